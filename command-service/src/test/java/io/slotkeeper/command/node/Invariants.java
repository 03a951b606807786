package io.slotkeeper.command.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must be true of everything that is stored, whatever happened. */
public final class Invariants {

  private Invariants() {}

  /**
   * Who holds a slot, as its events tell it.
   *
   * @param bookingId null where the owner blocked it
   * @param until null where it does not lapse
   */
  public record Hold(
      String slotId,
      Instant start,
      Instant end,
      @Nullable String bookingId,
      @Nullable Instant until) {}

  public static void hold(Node node) {
    hasNoGapInAnySequence(node);
    var held = holds(node);
    noTwoOverlap(held.values());
    bookingsAgree(node, held);
    claimsAreWhatTheEventsSay(node, held);
  }

  /** The holds that there are now, rebuilt from the events alone. */
  public static Map<String, Hold> holds(Node node) {
    var held = new TreeMap<String, Hold>();
    for (var slotId : aggregates(node, "slt_")) {
      for (var event : node.events(slotId)) {
        switch (event) {
          case SlotReserved e ->
              held.put(slotId, new Hold(slotId, e.start(), e.end(), e.bookingId(), e.until()));
          case SlotBooked e ->
              held.computeIfPresent(
                  slotId, (id, h) -> new Hold(id, h.start(), h.end(), e.bookingId(), null));
          case SlotBlocked e -> held.put(slotId, new Hold(slotId, e.start(), e.end(), null, null));
          case SlotReleased e -> held.remove(slotId);
          case SlotUnblocked e -> held.remove(slotId);
          default -> throw new AssertionError("not an event of a slot: " + event.getClass());
        }
      }
    }
    return held;
  }

  private static void hasNoGapInAnySequence(Node node) {
    assertThat(
            node.column(
                """
                SELECT aggregateIdentifier FROM command.DomainEventEntry
                GROUP BY aggregateIdentifier
                HAVING min(sequenceNumber) <> 0 OR max(sequenceNumber) <> count(*) - 1
                """))
        .as("streams with a gap")
        .isEmpty();
  }

  private static void noTwoOverlap(Iterable<Hold> holds) {
    var byResource = new TreeMap<String, List<Hold>>();
    for (var hold : holds) {
      var resource = SlotId.parse(hold.slotId()).resourceId().value();
      byResource.computeIfAbsent(resource, key -> new ArrayList<>()).add(hold);
    }
    for (var ofOne : byResource.values()) {
      ofOne.sort(Comparator.comparing(Hold::start));
      for (int i = 1; i < ofOne.size(); i++) {
        assertThat(ofOne.get(i).start())
            .as("%s after %s", ofOne.get(i), ofOne.get(i - 1))
            .isAfterOrEqualTo(ofOne.get(i - 1).end());
      }
    }
  }

  private static void bookingsAgree(Node node, Map<String, Hold> held) {
    var holders = new TreeMap<String, String>();
    held.values().stream()
        .filter(hold -> hold.bookingId() != null)
        .forEach(
            hold ->
                holders.put(
                    String.valueOf(hold.bookingId()),
                    hold.slotId() + (hold.until() == null ? " booked" : " reserved")));
    var expected = new TreeMap<String, String>();
    for (var bookingId : aggregates(node, "bkg_")) {
      var slotId = "";
      var state = "";
      for (var event : node.events(bookingId)) {
        switch (event) {
          case BookingRequested e -> {
            slotId = e.slotId();
            state = " reserved";
          }
          case BookingRescheduled e -> {
            slotId = e.slotId();
            state = e.status().equals("CONFIRMED") ? " booked" : " reserved";
          }
          case BookingConfirmed e -> state = " booked";
          // The slot of a booking that took place stays taken.
          case BookingCompleted e -> state = " booked";
          case BookingMarkedNoShow e -> state = " booked";
          case BookingRejected e -> state = "";
          case BookingExpired e -> state = "";
          case BookingCancelled e -> state = "";
          default -> throw new AssertionError("not an event of a booking: " + event.getClass());
        }
      }
      if (!state.isEmpty()) {
        expected.put(bookingId, slotId + state);
      }
    }
    assertThat(holders).as("bookings and the slots that they hold").isEqualTo(expected);
  }

  private static void claimsAreWhatTheEventsSay(Node node, Map<String, Hold> held) {
    var claims =
        node.column(
            """
            SELECT concat_ws(' ', slot_id, resource_id, booking_id,
              extract(epoch FROM lower(during))::bigint, extract(epoch FROM upper(during))::bigint,
              (extract(epoch FROM until) * 1000)::bigint)
            FROM command.slot_claim
            """);
    assertThat(claims)
        .as("claims")
        .containsExactlyInAnyOrderElementsOf(held.values().stream().map(Invariants::row).toList());
  }

  private static String row(Hold hold) {
    var words = new ArrayList<String>();
    words.add(hold.slotId());
    words.add(SlotId.parse(hold.slotId()).resourceId().value());
    if (hold.bookingId() != null) {
      words.add(hold.bookingId());
    }
    words.add(String.valueOf(hold.start().getEpochSecond()));
    words.add(String.valueOf(hold.end().getEpochSecond()));
    if (hold.until() != null) {
      words.add(String.valueOf(hold.until().toEpochMilli()));
    }
    return String.join(" ", words);
  }

  private static List<String> aggregates(Node node, String prefix) {
    return node.column(
        "SELECT DISTINCT aggregateIdentifier FROM command.DomainEventEntry"
            + " WHERE starts_with(aggregateIdentifier, '"
            + prefix
            + "')");
  }
}
