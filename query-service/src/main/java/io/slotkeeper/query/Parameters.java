package io.slotkeeper.query;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.validation.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters and remembers every one that is not acceptable. What was read counts only
 * after {@link #require()}.
 */
public final class Parameters {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final Pattern INTEGER = Pattern.compile("-?\\d+");
  private static final Pattern SMALL = Pattern.compile("\\d{1,4}");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private final List<InputError> errors = new ArrayList<>();

  /** Text that says something. */
  public @Nullable String text(String name, @Nullable String value, int most) {
    if (value == null) {
      return null;
    }
    if (UNPRINTABLE.matcher(value).find()) {
      refuse(name, "control-characters", "must not have control or broken characters");
    } else if (value.isBlank()) {
      refuse(name, "blank", "must not be blank");
    } else if (value.codePointCount(0, value.length()) > most) {
      refuse(name, "too-long", "must have at most %d characters".formatted(most));
    }
    return value.strip();
  }

  /** How long a page may be. */
  public int limit(@Nullable String value) {
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    if (!INTEGER.matcher(value).matches()) {
      refuse("limit", "not-a-number", "must be a whole number");
      return DEFAULT_LIMIT;
    }
    int limit = SMALL.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > MOST_LIMIT) {
      refuse("limit", "out-of-range", "must be between 1 and %d".formatted(MOST_LIMIT));
    }
    return limit;
  }

  /** A local date. */
  public @Nullable LocalDate date(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    var date = Dates.parse(value);
    if (date.isEmpty()) {
      refuse(name, "not-a-date", "must be a date such as 2027-01-31");
      return null;
    }
    int year = date.get().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      refuse(
          name, "out-of-range", "must be in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
      return null;
    }
    return date.get();
  }

  /** An instant that is not after another one, with {@code Z} or an offset. */
  public @Nullable Instant instant(String name, @Nullable String value, Instant latest) {
    if (value == null) {
      return null;
    }
    try {
      var instant = OffsetDateTime.parse(value).toInstant();
      if (instant.isAfter(latest)) {
        refuse(name, "out-of-range", "must not be in the future");
      }
      return instant;
    } catch (DateTimeParseException e) {
      refuse(name, "not-an-instant", "must be an instant such as 2027-01-31T10:00:00Z");
      return null;
    }
  }

  /** One of these names. */
  public <E extends Enum<E>> @Nullable E oneOf(
      String name, @Nullable String value, Collection<E> allowed) {
    if (value == null) {
      return null;
    }
    for (var each : allowed) {
      if (each.name().equals(value)) {
        return each;
      }
    }
    var names = allowed.stream().map(Enum::name).collect(Collectors.joining(", "));
    refuse(name, "unknown-value", "must be one of " + names);
    return null;
  }

  /** A resource's id. */
  public @Nullable ResourceId resource(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return new ResourceId(value);
    } catch (IllegalArgumentException e) {
      refuse(name, "not-an-id", "must be a resource id");
      return null;
    }
  }

  /** Remembers that a parameter is not acceptable. */
  public void refuse(String name, String code, String message) {
    errors.add(InputError.in(name, code, message));
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException naming every parameter that is not acceptable
   */
  public void require() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
