package io.slotkeeper.api.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BookingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a booking, oldest first. Personal: for its customer and its business only.
 *
 * @param entries at most the newest 500; versions count from 0, so a first one above that says that
 *     older ones were left out
 */
public record BookingHistoryView(BookingId bookingId, List<Entry> entries) {
  /**
   * One thing that happened. Who asked, and why, is absent in entries from before that was noted.
   *
   * @param version of the booking after it
   * @param type of the event, as {@link io.slotkeeper.api.EventCatalog} names it
   * @param actor who asked for it: {@code anyone}, {@code customer:<booking>}, {@code
   *     owner:<business>}, or {@code slotkeeper} where the time had come
   * @param cause what made it happen, such as {@code http:POST <path pattern>}
   * @param correlation the same in all entries that one request or message led to
   * @param details what the event says beyond that, by name; without what every entry would repeat,
   *     and without the customer's number, which the booking shows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      long version,
      String type,
      Instant at,
      @Nullable String actor,
      @Nullable String cause,
      @Nullable String correlation,
      Map<String, Object> details) {

    @Override
    public String toString() {
      return "Entry[version=%d, type=%s]".formatted(version, type);
    }
  }
}
