package io.slotkeeper.query.booking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingHistoryView;
import io.slotkeeper.api.booking.BookingHistoryView.Entry;
import io.slotkeeper.api.booking.BookingQuery.FindBookingHistory;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.privacy.KeyRing;
import io.slotkeeper.query.events.EventStreams;
import io.slotkeeper.query.events.StoredEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers what happened to a booking. */
@Component
class BookingHistories {
  private static final int MOST = 500;

  /** What every entry would repeat, and the number, which the booking itself shows. */
  private static final Set<String> LEFT_OUT =
      Set.of("bookingId", "businessId", "customerId", "customerPhone");

  /** Not Boot's: what the events say must not change with the look of the answers. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final EventStreams events;
  private final CustomerKeys keys;

  BookingHistories(EventStreams events, CustomerKeys keys) {
    this.events = events;
    this.keys = keys;
  }

  @QueryHandler
  Optional<BookingHistoryView> answer(FindBookingHistory query) {
    var newest = events.newest(query.bookingId(), MOST);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    var texts = newest.stream().flatMap(stored -> sealedIn(stored.event()).values().stream());
    var ring = keys.of(texts.toList());
    return Optional.of(
        new BookingHistoryView(
            query.bookingId(), newest.stream().map(stored -> entry(stored, ring)).toList()));
  }

  private static Entry entry(StoredEvent<BookingEvent> stored, KeyRing ring) {
    var origin = Optional.ofNullable(stored.origin());
    return new Entry(
        stored.version(),
        stored.type(),
        stored.at(),
        origin.map(Origin::actor).orElse(null),
        origin.map(Origin::cause).orElse(null),
        origin.map(Origin::correlation).orElse(null),
        details(stored.event(), ring));
  }

  private static Map<String, Object> details(BookingEvent event, KeyRing ring) {
    var details = JSON.convertValue(event, new TypeReference<LinkedHashMap<String, Object>>() {});
    sealedIn(event).forEach((name, text) -> details.put(name, ring.open(text)));
    details.keySet().removeAll(LEFT_OUT);
    return details;
  }

  private static Map<String, Sealed> sealedIn(BookingEvent event) {
    var texts = new LinkedHashMap<String, Sealed>();
    switch (event) {
      case BookingRequested e -> {
        texts.put("customerName", e.customerName());
        putIfAny(texts, "note", e.note());
      }
      case BookingRejected e -> putIfAny(texts, "reason", e.reason());
      case BookingCancelled e -> putIfAny(texts, "reason", e.reason());
      case BookingConfirmed e -> {}
      case BookingExpired e -> {}
      case BookingRescheduled e -> {}
      case BookingCompleted e -> {}
      case BookingMarkedNoShow e -> {}
    }
    return texts;
  }

  private static void putIfAny(Map<String, Sealed> texts, String name, @Nullable Sealed text) {
    if (text != null) {
      texts.put(name, text);
    }
  }
}
