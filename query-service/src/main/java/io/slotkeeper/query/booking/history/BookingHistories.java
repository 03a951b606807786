package io.slotkeeper.query.booking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingHistoryView;
import io.slotkeeper.api.booking.BookingHistoryView.Entry;
import io.slotkeeper.api.booking.BookingQuery.FindBookingHistory;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.events.EventStreams;
import io.slotkeeper.query.events.StoredEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers what happened to a booking. */
@Component
class BookingHistories {
  private static final int MOST = 500;

  /** What every entry would repeat, and the number, which the booking itself shows. */
  private static final Set<String> LEFT_OUT = Set.of("bookingId", "businessId", "customerPhone");

  /** Not Boot's: what the events say must not change with the look of the answers. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final EventStreams events;

  BookingHistories(EventStreams events) {
    this.events = events;
  }

  @QueryHandler
  Optional<BookingHistoryView> answer(FindBookingHistory query) {
    var newest = events.newest(query.bookingId(), MOST);
    return newest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BookingHistoryView(
                query.bookingId(), newest.stream().map(BookingHistories::entry).toList()));
  }

  private static Entry entry(StoredEvent<BookingEvent> stored) {
    var origin = Optional.ofNullable(stored.origin());
    return new Entry(
        stored.version(),
        stored.type(),
        stored.at(),
        origin.map(Origin::actor).orElse(null),
        origin.map(Origin::cause).orElse(null),
        origin.map(Origin::correlation).orElse(null),
        details(stored.event()));
  }

  private static Map<String, Object> details(BookingEvent event) {
    var details = JSON.convertValue(event, new TypeReference<LinkedHashMap<String, Object>>() {});
    details.keySet().removeAll(LEFT_OUT);
    return details;
  }
}
