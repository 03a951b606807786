package io.slotkeeper.api.timetable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * A stretch of one local day in which a business is open. {@code 24:00} closes a day; a stretch
 * past midnight is two of these.
 *
 * @param from first minute of it, {@code HH:mm}
 * @param to the minute that no longer belongs to it, {@code HH:mm} or {@code 24:00}, after from
 */
public record OpeningRange(String from, String to) implements Comparable<OpeningRange> {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
  private static final int DAY = 24 * 60;

  /**
   * Accepts two times in order.
   *
   * @throws IllegalArgumentException for what is no time, or an end that is not after its start
   */
  @JsonCreator
  public OpeningRange(@JsonProperty("from") String from, @JsonProperty("to") String to) {
    requireTime(from);
    requireTime(to);
    if (minuteOf(from) == DAY || minuteOf(to) <= minuteOf(from)) {
      throw new IllegalArgumentException("a range ends after it starts");
    }
    this.from = from;
    this.to = to;
  }

  /** Minutes from midnight on the clock face to the start: 0 to 1439. */
  public int fromMinute() {
    return minuteOf(from);
  }

  /** Minutes from midnight on the clock face to the end: 1 to 1440. */
  public int toMinute() {
    return minuteOf(to);
  }

  /** Whether both cover some minute; touching is not overlapping. */
  public boolean overlaps(OpeningRange other) {
    return fromMinute() < other.toMinute() && other.fromMinute() < toMinute();
  }

  @Override
  public int compareTo(OpeningRange other) {
    return Integer.compare(fromMinute(), other.fromMinute());
  }

  private static void requireTime(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException("not a time of the form HH:mm");
    }
  }

  /** By its digits, since each slot of each day that is listed asks. */
  private static int minuteOf(String time) {
    int hour = 10 * digit(time, 0) + digit(time, 1);
    return 60 * hour + 10 * digit(time, 3) + digit(time, 4);
  }

  private static int digit(String time, int at) {
    return time.charAt(at) - '0';
  }
}
