package io.slotkeeper.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.admin.SlotkeeperAdmin;
import io.slotkeeper.admin.terminal.Keyboard;
import io.slotkeeper.admin.terminal.Terminal;
import io.slotkeeper.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {
  private static final String EVENTS = "DELETE FROM command.DomainEventEntry WHERE ";

  private static final TestDatabase DATABASE = StoredWorld.migrated();

  @TempDir Path scratch;

  @BeforeEach
  void fill() {
    StoredWorld.refill(DATABASE);
  }

  private record Audited(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    Stream<String> kinds() {
      return json().path("violations").valueStream().map(each -> each.path("kind").asString());
    }
  }

  @Test
  void findsNothingWrongWhereNothingIs() throws IOException {
    var told =
        """
        # What callers were told.

        %1$s %2$s PENDING
        %1$s %2$s CONFIRMED
        %3$s %4$s PENDING
        """
            .formatted(
                StoredWorld.CONFIRMED,
                StoredWorld.BOOKED_SLOT,
                StoredWorld.PENDING,
                StoredWorld.RESERVED_SLOT);

    var audited = audit("--json", "--acknowledged", file(told));

    assertThat(audited.kinds()).as(audited.out()).isEmpty();
    assertThat(audited.exit()).isZero();
    assertThat(audited.json().path("events").asInt()).isEqualTo(10);
    assertThat(audited.json().path("acknowledged").asInt()).isEqualTo(3);
    assertThat(audited.json().path("readModels").valueStream())
        .allMatch(model -> model.path("compared").asBoolean())
        .extracting(model -> model.path("rows").asInt())
        .containsExactly(1, 2, 2, 3);
  }

  /** What is broken, by which SQL, and what must be found; several statements are one. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "broken.csv", delimiter = '|', maxCharsPerColumn = 2_000)
  void findsWhatIsBroken(String what, String sql, String kinds) {
    DATABASE.execute(named(sql));

    var audited = audit("--json");

    assertThat(audited.kinds())
        .as("%s: %s %s", what, audited.out(), audited.err())
        .containsExactlyInAnyOrder(kinds.split(" "));
    assertThat(audited.exit()).isEqualTo(1);
  }

  @Test
  void missesWhatCallersWereTold() throws IOException {
    var told =
        """
        %s %s REJECTED
        bkg_01k3z8r0s0e0080000000000k9 %s CONFIRMED
        """
            .formatted(StoredWorld.CONFIRMED, StoredWorld.BOOKED_SLOT, StoredWorld.BOOKED_SLOT);

    var audited = audit("--acknowledged", file(told));

    assertThat(audited.exit()).isEqualTo(1);
    assertThat(audited.out())
        .contains("acknowledged-lost: 1")
        .contains("acknowledged-otherwise: 1")
        .contains(StoredWorld.CONFIRMED + " was never REJECTED on");
  }

  @Test
  void letsReadModelsBeThatHaveNotComeSoFar() {
    DATABASE.execute(
        named(
            """
            UPDATE query.TokenEntry SET token = '{"index": 9, "gaps": [2]}'
             WHERE processorName IN ('bookings', 'notifications');
            DELETE FROM query.booking WHERE booking_id = '$confirmed';
            DELETE FROM query.notification WHERE notification_id = '$receipt';
            """));

    var audited = audit();

    assertThat(audited.exit()).as(audited.out()).isZero();
  }

  @Test
  void letsBeWhatWaitsAsADeadLetter() {
    DATABASE.execute(
        named(
            """
            INSERT INTO query.DeadLetterEntry (deadLetterIdentifier, processingGroup,
                sequenceIdentifier, sequenceIndex, messageType, eventIdentifier, timestamp,
                payloadType, payload, enqueuedAt)
              VALUES ('1', 'bookings', '$confirmed', 0, 'D', '1', 'now', 'x', '', 'now');
            DELETE FROM query.booking WHERE booking_id = '$confirmed';
            """));

    var audited = audit();

    assertThat(audited.exit()).as(audited.out()).isZero();
    assertThat(audited.out()).contains("1 of bookings were let be");
  }

  @Test
  void waitsForTheSagaWhileThereIsTime() {
    DATABASE.execute(EVENTS + named("aggregateIdentifier = '$confirmation'"));
    DATABASE.execute("DELETE FROM query.notification");

    var inTime = audit("--json", "--grace", "P36500D");
    DATABASE.execute(
        "INSERT INTO command.TokenEntry VALUES ('booking-saga', 0, '{\"index\": 10, \"gaps\": []}')");
    var passed = audit("--json", "--grace", "P36500D");

    assertThat(inTime.kinds()).doesNotContain("notification-missing");
    assertThat(passed.kinds()).contains("notification-missing");
  }

  @Test
  void showsSomeOfMany() {
    DATABASE.execute("DELETE FROM query.notification");

    var audited = audit("--most", "1");

    assertThat(audited.out().lines().map(String::strip))
        .startsWith("read-model-notifications-missing: 3")
        .element(2)
        .isEqualTo("…");
  }

  @Test
  void showsNothingPersonal() {
    DATABASE.execute("UPDATE query.booking SET customer_name = 'somebody'");
    DATABASE.execute("UPDATE query.business SET name = 'somebody'");

    var audited = audit();

    assertThat(audited.exit()).isEqualTo(1);
    assertThat(audited.out()).contains("customer_name").doesNotContain("somebody", "secret");
  }

  @Test
  void saysWhereItCannotRead() {
    DATABASE.execute("ALTER TABLE query.slot RENAME TO no_slot");

    var audited = audit();
    DATABASE.execute("ALTER TABLE query.no_slot RENAME TO slot");

    assertThat(audited.err()).contains("There is no query.slot");
    assertThat(audited.exit()).isEqualTo(2);
    assertThat(type("audit", "--database", "jdbc:postgresql://localhost:1/x").exit()).isEqualTo(3);
    assertThat(type("audit", "--database", "postgres://me:secret@there/x").exit()).isEqualTo(2);
    assertThat(type("audit").exit()).isEqualTo(2);
  }

  private static Audited audit(String... more) {
    var given = Stream.of("audit", "--database", DATABASE.url(), "--user", DATABASE.user());
    return type(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
  }

  private static Audited type(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Keyboard.NONE);
    int exit = SlotkeeperAdmin.run(Map.of(), terminal, Clock.systemUTC(), arguments);
    return new Audited(exit, out.toString(), err.toString());
  }

  private String file(String text) throws IOException {
    return Files.writeString(scratch.resolve("told"), text).toString();
  }

  private static String named(String sql) {
    return sql.replace("$confirmation", StoredWorld.CONFIRMATION)
        .replace("$confirmed", StoredWorld.CONFIRMED)
        .replace("$pending", StoredWorld.PENDING)
        .replace("$booked", StoredWorld.BOOKED_SLOT)
        .replace("$reserved", StoredWorld.RESERVED_SLOT)
        .replace("$receipt", StoredWorld.RECEIPT)
        .replace("$events", "command.DomainEventEntry")
        .replace("$id", "aggregateIdentifier");
  }
}
