package io.slotkeeper.platform.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {

  @Test
  void readsWhatAxonWrites() {
    var at = Instant.parse("1999-12-31T23:59:59.999Z");
    for (int day = 0; day < 20_000; day++) {
      var each = at.plus(day, ChronoUnit.DAYS).plusMillis(day);
      assertThat(StoredTime.parse(DateTimeUtils.formatInstant(each))).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00.123456789Z",
        "-0001-03-01T12:00:00.000Z",
        "+12026-03-01T12:00:00.000Z"
      })
  void readsOtherFormsToo(String text) {
    assertThat(StoredTime.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-02-30T12:00:00.000Z", "2026-03-01T12:00:00.0x0Z"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> StoredTime.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
