package io.slotkeeper.command.simulation;

import io.slotkeeper.api.Ids;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import io.slotkeeper.command.privacy.ForgottenCustomers;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.testing.SettableClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where histories are played, one after another. To put a machine together takes longer than to
 * play a history, so machines are used again: they remember things by their ids, and no two
 * histories share one.
 */
final class Stage implements AutoCloseable {

  final SettableClock clock = new SettableClock(Samples.NOW);
  final Disk disk = new Disk();
  final Ids ids = new Ids(clock, new Random(1));
  private final MasterKey masterKey = new MasterKey(List.of(new byte[MasterKey.BYTES]));
  private final ForgottenCustomers customers = new ForgottenCustomers(masterKey, ids, clock);
  private final CustomerKeys keys =
      new CustomerKeys(new JdbcTemplate(new DriverManagerDataSource()), masterKey);
  private final WhatsAppSettings whatsApp =
      new Binder(new MapConfigurationPropertySource())
          .bindOrCreate("slotkeeper.whatsapp", WhatsAppSettings.class);
  private final List<Machine> machines = new ArrayList<>();
  private final Clock clockOfEvents = GenericEventMessage.clock;
  private int numbers;

  private Stage() {}

  /** Lets events have its time until it is closed; Axon keeps their clock in a static field. */
  static Stage raise() {
    var stage = new Stage();
    GenericEventMessage.clock = stage.clock;
    return stage;
  }

  /** A number for an id that no history has had. */
  int newNumber() {
    return ++numbers;
  }

  /** A machine that remembers nothing of this history; counted from 0. */
  Machine machine(int number) {
    while (machines.size() <= number) {
      machines.add(new Machine(disk, clock, customers, keys, whatsApp));
    }
    return machines.get(number);
  }

  @Override
  public void close() {
    GenericEventMessage.clock = clockOfEvents;
  }
}
