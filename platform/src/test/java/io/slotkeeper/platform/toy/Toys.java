package io.slotkeeper.platform.toy;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Databases with the real tables, and applications that run on them. */
public final class Toys {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Toys() {}

  public static EventNames names() {
    return EventNames.of(
        Map.of(
            "ticket.taken",
            TicketEvent.Taken.class,
            "ticket.returned",
            TicketEvent.Returned.class));
  }

  /** A database with the tables that the two services' migrations create. */
  public static TestDatabase migrated() {
    TestDatabase database = TestPostgres.freshDatabase();
    migrate(database);
    return database;
  }

  public static void migrate(TestDatabase database) {
    database.execute(
        migration("command-service/src/main/resources/db/command-service/V1__event_store.sql"));
    database.execute(
        migration("query-service/src/main/resources/db/query-service/V1__token_store.sql"));
  }

  /** Starts an application without web or migration; settings as {@code key=value}. */
  public static ConfigurableApplicationContext start(
      TestDatabase database, Class<?> application, String... settings) {
    Map<String, Object> defaults = new HashMap<>(database.springProperties());
    defaults.put("spring.flyway.enabled", "false");
    defaults.put("slotkeeper.event-store.token-schema", "command");
    defaults.put("spring.main.banner-mode", "off");
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .properties(defaults)
        .run(List.of(settings).stream().map(s -> "--" + s).toArray(String[]::new));
  }

  public static DomainEventMessage<TicketEvent> taken(String ticket, long sequence) {
    return new GenericDomainEventMessage<>(
        "Ticket", ticket, sequence, new TicketEvent.Taken(ticket, 1, NOON));
  }

  private static String migration(String path) {
    try {
      return Files.readString(Path.of("..").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
