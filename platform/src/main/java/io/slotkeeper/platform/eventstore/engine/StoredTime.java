package io.slotkeeper.platform.eventstore.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.axonframework.common.DateTimeUtils;

/** When an event was, as Axon stores it: {@code 2026-03-01T12:00:00.123Z}. */
final class StoredTime {

  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_OF_MILLI = 1_000_000;

  private StoredTime() {}

  /** Reads what has this form digit by digit, and everything else as Axon does. */
  static Instant parse(String text) {
    if (!hasForm(text)) {
      return DateTimeUtils.parseInstant(text);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_OF_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char expected = FORM.charAt(i);
      char found = text.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
