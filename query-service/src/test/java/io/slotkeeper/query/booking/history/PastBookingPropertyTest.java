package io.slotkeeper.query.booking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingQuery.FindPastBooking;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PastBookingPropertyTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final List<String> ZONES =
      List.of("Europe/Madrid", "America/New_York", "Asia/Kathmandu");

  /** What a booking was seen as, and when. */
  private record Sight(Instant at, BookingView view) {}

  /** The two ways to the same answer: rows kept by the projection, and events read anew. */
  @Property(tries = 15)
  void showsAfterwardsWhatWasShownThen(@ForAll long seed) {
    var random = new Random(seed);
    var recording = new Recording();
    var history = recording.history();
    var chair = history.newResource();
    var slot = new SlotId(history.salon(chair), chair, Instant.parse("2026-12-20T09:00:00Z"));
    var booking = history.request(slot, HALF_HOUR);
    var seen = new ArrayList<Sight>();

    int steps = 3 + random.nextInt(8);
    for (int i = 0; i < steps; i++) {
      recording.appendAndProject();
      seen.add(see(recording, booking));
      recording.passes(Duration.ofMinutes(random.nextInt(100)));
      seen.add(see(recording, booking));
      recording.passes(Duration.ofMillis(1 + random.nextInt(1000)));
      change(recording, slot, booking, random);
    }
    recording.appendAndProject();
    seen.add(see(recording, booking));

    for (var sight : seen) {
      assertThat(recording.service().find(asOf(booking, sight.at()), BookingView.class))
          .contains(sight.view());
    }
  }

  private static Sight see(Recording recording, BookingId booking) {
    var now = recording.service().clock().instant();
    var view = recording.service().find(new FindBooking(booking), BookingView.class).orElseThrow();
    assertThat(recording.service().find(asOf(booking, now), BookingView.class)).contains(view);
    return new Sight(now, view);
  }

  private static FindPastBooking asOf(BookingId booking, Instant instant) {
    return new FindPastBooking(booking, instant);
  }

  /** More than the rules would let happen, since whatever did happen must read the same. */
  private static void change(Recording recording, SlotId slot, BookingId booking, Random random) {
    var history = recording.history();
    var business = slot.businessId().value();
    var id = booking.value();
    var now = recording.service().clock().instant();
    switch (random.nextInt(9)) {
      case 0 -> history.add(new BookingEvent.BookingConfirmed(id, business));
      case 1 -> history.add(new BookingEvent.BookingRejected(id, business, History.sealed("full")));
      case 2 -> history.add(new BookingEvent.BookingExpired(id, business));
      case 3 -> history.add(new BookingEvent.BookingCancelled(id, business, "CUSTOMER", null));
      case 4 -> history.add(new BookingEvent.BookingCompleted(id, business));
      case 5 -> history.add(new BookingEvent.BookingMarkedNoShow(id, business));
      case 6 -> {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))).getId();
        history.add(new BusinessProfileChanged(business, "Salon", zone, "+34600111222", "es"));
      }
      default -> {
        boolean waits = random.nextBoolean();
        var start = slot.start().plus(Duration.ofDays(random.nextInt(5)));
        var other = new SlotId(slot.businessId(), slot.resourceId(), start);
        history.add(
            new BookingEvent.BookingRescheduled(
                id,
                business,
                slot.toString(),
                other.toString(),
                other.resourceId().value(),
                start,
                start.plus(HALF_HOUR),
                waits ? "PENDING" : "CONFIRMED",
                waits ? now.plus(Duration.ofMinutes(random.nextInt(120))) : null,
                "CUSTOMER"));
      }
    }
  }
}
