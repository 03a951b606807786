package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Names a slot by its business, its resource and its start, so that every node derives the same id
 * for the same slot: {@code slt_<business>_<resource>_<yyyyMMdd'T'HHmm'Z'>}, the ids in it without
 * their prefixes.
 *
 * @param businessId whose slot it is
 * @param resourceId what is booked
 * @param start when it begins, on a whole minute of UTC in the years 0 to 9999
 */
public record SlotId(BusinessId businessId, ResourceId resourceId, Instant start) {
  private static final Pattern PATTERN =
      Pattern.compile("slt_(" + IdText.BODY + ")_(" + IdText.BODY + ")_(\\d{8}T\\d{4}Z)");
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'")
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /**
   * Names the slot of a resource that starts at an instant.
   *
   * @throws IllegalArgumentException where no slot can start then
   */
  public SlotId {
    if (!canStartAt(start)) {
      throw new IllegalArgumentException("a slot starts on a whole minute of the years 0 to 9999");
    }
  }

  /** Whether an id can say this start: it is on a whole minute, and its year has four digits. */
  public static boolean canStartAt(Instant start) {
    return start.truncatedTo(ChronoUnit.MINUTES).equals(start)
        && !start.isBefore(EARLIEST)
        && start.isBefore(END);
  }

  /**
   * Reads the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public static SlotId parse(String text) {
    var matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a slot id");
    }
    try {
      return new SlotId(
          new BusinessId("biz_" + matcher.group(1)),
          new ResourceId("res_" + matcher.group(2)),
          START.parse(matcher.group(3), Instant::from));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a slot id", e);
    }
  }

  @Override
  @JsonValue
  public String toString() {
    return "slt_"
        + businessId.value().substring(4)
        + '_'
        + resourceId.value().substring(4)
        + '_'
        + START.format(start);
  }
}
