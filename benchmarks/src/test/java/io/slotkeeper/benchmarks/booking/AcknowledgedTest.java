package io.slotkeeper.benchmarks.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.slotkeeper.benchmarks.load.Answer;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AcknowledgedTest {
  private static final List<String> BOTH =
      List.of("public.stored.booking", "public.shown.booking_id");

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
  private final Acknowledged acknowledged = new Acknowledged();

  @BeforeEach
  void storeThree() {
    // Each has two events and one row; nobody was told of the third.
    sql.execute("CREATE TABLE stored (booking text)");
    sql.execute("CREATE TABLE shown (booking_id text)");
    sql.execute("INSERT INTO stored VALUES ('bkg_1'), ('bkg_1'), ('bkg_2'), ('bkg_2'), ('bkg_3')");
    sql.execute("INSERT INTO shown VALUES ('bkg_1'), ('bkg_2'), ('bkg_3')");
    hear("bkg_1");
    hear("bkg_2");
  }

  @Test
  void findsEachOfThem() {
    assertThat(acknowledged.missingIn(sql, BOTH)).isZero();
    assertThatCode(() -> acknowledged.requireIn(sql, BOTH)).doesNotThrowAnyException();
  }

  @Test
  void tellsWhatIsMissingInOneOfThem() {
    sql.execute("DELETE FROM shown WHERE booking_id = 'bkg_2'");

    assertThat(acknowledged.missingIn(sql, BOTH)).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> acknowledged.requireIn(sql, BOTH))
        .withMessage("1 of 2 acknowledged bookings are not in public.shown.booking_id");
  }

  @Test
  void refusesOneThatWasAcknowledgedTwice() {
    hear("bkg_2");

    assertThatIllegalStateException()
        .isThrownBy(() -> acknowledged.requireIn(sql, BOTH))
        .withMessage("1 bookings were acknowledged twice");
  }

  private void hear(String booking) {
    var body = "{\"bookingId\":\"%s\",\"state\":\"PENDING\"}".formatted(booking);
    acknowledged.hear(
        Call.get("/api/bookings"), new Answer(201, body.getBytes(StandardCharsets.UTF_8)));
  }
}
