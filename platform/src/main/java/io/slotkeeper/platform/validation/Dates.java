package io.slotkeeper.platform.validation;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads local dates and times in the one spelling that is accepted. */
public final class Dates {
  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2199;

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:00)?");

  private Dates() {}

  /** Reads {@code yyyy-MM-dd}; empty for what is no date. */
  public static Optional<LocalDate> parse(String text) {
    try {
      return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads {@code yyyy-MM-dd} from a path variable or query parameter.
   *
   * @throws ProblemException for what is no date, or one too far away
   */
  public static LocalDate parseParameter(String parameter, String text) {
    var date = parse(text);
    if (date.isEmpty()) {
      throw invalid(parameter, "not-a-date", "must be a date such as 2027-01-31");
    }
    int year = date.get().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw invalid(
          parameter,
          "out-of-range",
          "must be in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
    return date.get();
  }

  private static ProblemException invalid(String parameter, String code, String message) {
    return ProblemException.invalid(InputError.in(parameter, code, message));
  }

  /** Reads {@code yyyy-MM-ddTHH:mm}; empty for what is no date and time. */
  public static Optional<LocalDateTime> parseDateTime(String text) {
    try {
      return DATE_TIME.matcher(text).matches()
          ? Optional.of(LocalDateTime.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
