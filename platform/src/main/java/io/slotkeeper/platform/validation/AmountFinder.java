package io.slotkeeper.platform.validation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

final class AmountFinder extends FlawFinder<Amount, String> {
  static final int LONGEST = 40;

  private Duration min = Duration.ZERO;
  private Duration max = Duration.ZERO;
  private boolean wholeMinutes;

  @Override
  public void initialize(Amount amount) {
    min = Duration.parse(amount.min());
    max = Duration.parse(amount.max());
    wholeMinutes = amount.wholeMinutes();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    try {
      return text.length() > LONGEST ? noDuration() : flawOf(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return noDuration();
    }
  }

  private @Nullable Flaw flawOf(Duration duration) {
    if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
      return Flaw.outOfRange(min, max);
    }
    return wholeMinutes && !duration.equals(duration.truncatedTo(ChronoUnit.MINUTES))
        ? new Flaw("out-of-range", "must be in whole minutes")
        : Flaw.NONE;
  }

  private static Flaw noDuration() {
    return new Flaw("not-a-duration", "must be an ISO 8601 duration such as PT30M");
  }
}
