package io.slotkeeper.query.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.platform.privacy.KeyRing;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookingRowTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant LATER = QueryService.NOW.plusSeconds(60);

  private final History history = new History(new SettableClock(QueryService.NOW));
  private final ResourceId chair = history.newResource();
  private final SlotId slot =
      new SlotId(history.salon(chair), chair, Instant.parse("2026-12-02T09:00:00Z"));
  private final String business = slot.businessId().value();
  private final String id = history.request(slot, HALF_HOUR).value();
  private static final Sealed ILL = History.sealed("ill");
  private static final Sealed FULL = History.sealed("full");
  private static final KeyRing RING = KeyRing.of(History.KEY);

  private final BookingRow requested =
      BookingRow.begin(
          (BookingRequested) history.events().getLast().getPayload(), QueryService.NOW, 0);

  @Test
  void beginsPendingWithWhatWasAskedFor() {
    assertThat(requested)
        .returns(BookingStatus.PENDING, BookingRow::status)
        .returns(slot, BookingRow::slotId)
        .returns(slot.start().plus(HALF_HOUR), BookingRow::end)
        .returns(QueryService.NOW.plus(Duration.ofHours(2)), BookingRow::until)
        .returns("by the window", row -> RING.openIfAny(row.note()))
        .returns(QueryService.NOW, BookingRow::requestedAt)
        .returns(QueryService.NOW, BookingRow::changedAt)
        .returns(id, BookingRow::id);
  }

  @Test
  void remembersHowItEnded() {
    var cancelled = new BookingEvent.BookingCancelled(id, business, "CUSTOMER", ILL);

    assertThat(after(new BookingEvent.BookingConfirmed(id, business)))
        .returns(BookingStatus.CONFIRMED, BookingRow::status)
        .returns(null, BookingRow::until)
        .returns(LATER, BookingRow::changedAt)
        .returns(QueryService.NOW, BookingRow::requestedAt)
        .returns(1L, BookingRow::version);
    assertThat(after(cancelled))
        .returns(BookingStatus.CANCELLED, BookingRow::status)
        .returns("CUSTOMER", BookingRow::cancelledBy)
        .returns(ILL, BookingRow::reason);
    assertThat(after(new BookingEvent.BookingRejected(id, business, FULL)))
        .returns(BookingStatus.REJECTED, BookingRow::status)
        .returns(FULL, BookingRow::reason);
    assertThat(after(new BookingEvent.BookingExpired(id, business)).status())
        .isEqualTo(BookingStatus.EXPIRED);
    assertThat(after(new BookingEvent.BookingCompleted(id, business)).status())
        .isEqualTo(BookingStatus.COMPLETED);
    assertThat(after(new BookingEvent.BookingMarkedNoShow(id, business)).status())
        .isEqualTo(BookingStatus.NO_SHOW);
  }

  @Test
  void movesToAnotherSlot() {
    var other = new SlotId(slot.businessId(), chair, slot.start().plus(Duration.ofDays(1)));
    var moved =
        new BookingEvent.BookingRescheduled(
            id,
            business,
            slot.toString(),
            other.toString(),
            chair.value(),
            other.start(),
            other.start().plus(HALF_HOUR),
            "PENDING",
            LATER,
            "CUSTOMER");

    assertThat(after(moved))
        .returns(BookingStatus.PENDING, BookingRow::status)
        .returns(other, BookingRow::slotId)
        .returns(other.start(), BookingRow::start)
        .returns(LATER, BookingRow::until)
        .returns("Ana", row -> RING.open(row.customerName()));
  }

  @Test
  void isLeftAsItIsByWhatIsInItAlready() {
    var confirmed = after(new BookingEvent.BookingConfirmed(id, business));
    var older = new BookingEvent.BookingExpired(id, business);

    assertThat(confirmed.after(older, LATER, 1)).isSameAs(confirmed);
    assertThat(confirmed.after(older, LATER, 0)).isSameAs(confirmed);
  }

  @Test
  void isPrintedWithoutTheCustomer() {
    assertThat(requested.toString()).contains(id).doesNotContain("Ana", "+34", "window");
  }

  private BookingRow after(BookingEvent event) {
    return requested.after(event, LATER, 1);
  }
}
