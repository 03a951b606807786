package io.slotkeeper.platform.validation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class DateTextFinder extends FlawFinder<DateText, String> {
  private boolean orDateTime;

  @Override
  public void initialize(DateText date) {
    orDateTime = date.orDateTime();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    var date = Dates.parse(text);
    if (date.isEmpty() && orDateTime) {
      date = Dates.parseDateTime(text).map(LocalDateTime::toLocalDate);
    }
    return flawOf(date);
  }

  private @Nullable Flaw flawOf(Optional<LocalDate> date) {
    if (date.isEmpty()) {
      return new Flaw(
          "not-a-date",
          orDateTime
              ? "must be a date such as 2027-01-31 or a local time such as 2027-01-31T09:30"
              : "must be a date such as 2027-01-31");
    }
    int year = date.get().getYear();
    return year < Dates.FIRST_YEAR || year > Dates.LAST_YEAR
        ? new Flaw(
            "out-of-range",
            "must be in the years %d to %d".formatted(Dates.FIRST_YEAR, Dates.LAST_YEAR))
        : Flaw.NONE;
  }
}
