package io.slotkeeper.query.slot.explain;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How times read in a sentence. */
final class Wording {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private Wording() {}

  static String of(LocalDateTime local) {
    return LOCAL.format(local);
  }

  static String of(Duration duration) {
    long hours = duration.toHours();
    int minutes = duration.toMinutesPart();
    if (hours == 0) {
      return minutes + " min";
    }
    return minutes == 0 ? hours + " h" : "%d h %d min".formatted(hours, minutes);
  }
}
