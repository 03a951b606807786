package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

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
  private static final String PREFIX = "slt_";
  private static final int BUSINESS = PREFIX.length();
  private static final int RESOURCE = BUSINESS + IdText.LENGTH + 1;
  private static final int START = RESOURCE + IdText.LENGTH + 1;
  private static final String FORM_OF_START = "00000000T0000Z";
  private static final DateTimeFormatter START_TEXT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
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
    if (!hasForm(text)) {
      throw new IllegalArgumentException("not a slot id");
    }
    try {
      return new SlotId(
          new BusinessId("biz_" + text.substring(BUSINESS, RESOURCE - 1)),
          new ResourceId("res_" + text.substring(RESOURCE, START - 1)),
          LocalDateTime.of(
                  number(text, 0, 4),
                  number(text, 4, 6),
                  number(text, 6, 8),
                  number(text, 9, 11),
                  number(text, 11, 13))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a slot id", e);
    }
  }

  private static boolean hasForm(String text) {
    return text.length() == START + FORM_OF_START.length()
        && text.startsWith(PREFIX)
        && IdText.isBody(text, BUSINESS, RESOURCE - 1)
        && text.charAt(RESOURCE - 1) == '_'
        && IdText.isBody(text, RESOURCE, START - 1)
        && text.charAt(START - 1) == '_'
        && hasFormOfStart(text);
  }

  private static boolean hasFormOfStart(String text) {
    for (int i = 0; i < FORM_OF_START.length(); i++) {
      char expected = FORM_OF_START.charAt(i);
      char found = text.charAt(START + i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  /** A number in the start. */
  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, START + from, START + to, 10);
  }

  @Override
  @JsonValue
  public String toString() {
    return "slt_"
        + businessId.value().substring(4)
        + '_'
        + resourceId.value().substring(4)
        + '_'
        + START_TEXT.format(start);
  }
}
