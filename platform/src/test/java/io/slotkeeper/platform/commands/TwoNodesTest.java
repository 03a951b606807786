package io.slotkeeper.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.toy.Ticket;
import io.slotkeeper.platform.toy.Ticket.AlreadyTaken;
import io.slotkeeper.platform.toy.Ticket.GiveBack;
import io.slotkeeper.platform.toy.Ticket.Take;
import io.slotkeeper.platform.toy.TicketApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

  private ConfigurableApplicationContext here;
  private ConfigurableApplicationContext there;

  @BeforeAll
  void start() {
    TestDatabase database = Toys.migrated();
    here = Toys.start(database, TicketApplication.class);
    there = Toys.start(database, TicketApplication.class);
  }

  @AfterAll
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void tellsTheLoserOfANewStreamWhatTheRuleSays() {
    AtomicInteger attempts = new AtomicInteger();

    Take overtaken =
        new Take("race-new", id -> overtakeOnce(attempts, () -> elsewhere(new Take(id))));

    assertThatThrownBy(() -> gateway().sendAndWait(overtaken)).isInstanceOf(AlreadyTaken.class);
    assertThat(attempts).as("lost once, refused at the second attempt").hasValue(2);
    assertThat(events("race-new")).isEqualTo(1);
  }

  @Test
  void winsARaceForAnExistingStreamAtTheSecondAttempt() {
    AtomicInteger attempts = new AtomicInteger();
    gateway().sendAndWait(new Take("race-old"));

    GiveBack overtaken =
        new GiveBack(
            "race-old",
            id -> overtakeOnce(attempts, () -> elsewhere(new GiveBack(id, nothing -> {}))));
    gateway().sendAndWait(overtaken);

    assertThat(attempts).hasValue(2);
    assertThat(events("race-old")).isEqualTo(3);
  }

  @Test
  void answersAConflictWhenEveryAttemptIsOvertaken() {
    gateway().sendAndWait(new Take("race-hot"));

    GiveBack overtaken = new GiveBack("race-hot", id -> elsewhere(new GiveBack(id, nothing -> {})));

    assertThatThrownBy(() -> gateway().sendAndWait(overtaken))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void rollsBackWhenAHandlerThrowsACheckedException() {
    assertThatThrownBy(() -> gateway().sendAndWait(new Ticket.Spoil("spoilt")));

    assertThat(events("spoilt")).isZero();
  }

  private static void overtakeOnce(AtomicInteger attempts, Runnable other) {
    if (attempts.incrementAndGet() == 1) {
      other.run();
    }
  }

  /** On a thread of its own, or it would join the transaction of the command that it overtakes. */
  private void elsewhere(Object command) {
    CompletableFuture.supplyAsync(
            () -> there.getBean(CommandGateway.class).<Object>sendAndWait(command))
        .join();
  }

  private CommandGateway gateway() {
    return here.getBean(CommandGateway.class);
  }

  private long events(String ticket) {
    return here.getBean(EventStore.class).readEvents(ticket).asStream().count();
  }
}
