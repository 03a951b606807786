package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.booking.BookingView.CustomerView;
import io.slotkeeper.platform.privacy.KeyRing;
import io.slotkeeper.query.projection.Row;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its events left it. One whose window has passed stays PENDING here until somebody
 * writes its end down; whoever shows it looks at the clock.
 *
 * @param until when it lapses unless it is confirmed; absent where it does not wait
 * @param cancelledBy a name of {@link io.slotkeeper.api.Actor}
 * @param reason what was said when it was rejected or cancelled
 * @param changedAt when the last event in it happened
 * @param version sequence number of the last event in it
 */
public record BookingRow(
    BookingId bookingId,
    BusinessId businessId,
    ResourceId resourceId,
    SlotId slotId,
    BookingStatus status,
    Instant start,
    Instant end,
    @Nullable Instant until,
    Sealed customerName,
    Sealed customerPhone,
    @Nullable Sealed note,
    @Nullable String cancelledBy,
    @Nullable Sealed reason,
    Instant requestedAt,
    Instant changedAt,
    long version)
    implements Row {

  /** The row that the first event begins. */
  public static BookingRow begin(BookingRequested event, Instant at, long version) {
    return new BookingRow(
        new BookingId(event.bookingId()),
        new BusinessId(event.businessId()),
        new ResourceId(event.resourceId()),
        SlotId.parse(event.slotId()),
        BookingStatus.PENDING,
        event.start(),
        event.end(),
        event.until(),
        event.customerName(),
        event.customerPhone(),
        event.note(),
        null,
        null,
        at,
        at,
        version);
  }

  /** The row after one more event; one that is in it already changes nothing. */
  public BookingRow after(BookingEvent event, Instant at, long version) {
    if (version <= this.version) {
      return this;
    }
    return switch (event) {
      case BookingRequested e -> begin(e, at, version);
      case BookingConfirmed e -> in(BookingStatus.CONFIRMED, null, null, at, version);
      case BookingRejected e -> in(BookingStatus.REJECTED, null, e.reason(), at, version);
      case BookingExpired e -> in(BookingStatus.EXPIRED, null, null, at, version);
      case BookingCancelled e -> in(BookingStatus.CANCELLED, e.by(), e.reason(), at, version);
      case BookingRescheduled e -> moved(e, at, version);
      case BookingCompleted e -> in(BookingStatus.COMPLETED, null, null, at, version);
      case BookingMarkedNoShow e -> in(BookingStatus.NO_SHOW, null, null, at, version);
    };
  }

  /**
   * The booking as it is shown at a moment: one that has waited too long is expired.
   *
   * @param keys what opens its texts
   */
  public BookingView shownAt(Instant now, ZoneId zone, KeyRing keys) {
    var waits = until;
    var lapsed = status == BookingStatus.PENDING && waits != null && !waits.isAfter(now);
    var shown = lapsed ? BookingStatus.EXPIRED : status;
    return new BookingView(
        bookingId,
        businessId,
        resourceId,
        slotId,
        shown,
        start,
        end,
        start.atZone(zone).toOffsetDateTime(),
        zone,
        shown == BookingStatus.PENDING ? waits : null,
        new CustomerView(keys.open(customerName), keys.open(customerPhone)),
        keys.openIfAny(note),
        cancelledBy,
        keys.openIfAny(reason),
        requestedAt,
        version);
  }

  @Override
  public String id() {
    return bookingId.value();
  }

  @Override
  public String toString() {
    return "BookingRow[bookingId=%s, status=%s, version=%d]".formatted(bookingId, status, version);
  }

  private BookingRow in(
      BookingStatus newStatus,
      @Nullable String by,
      @Nullable Sealed said,
      Instant at,
      long newVersion) {
    return new BookingRow(
        bookingId,
        businessId,
        resourceId,
        slotId,
        newStatus,
        start,
        end,
        null,
        customerName,
        customerPhone,
        note,
        by,
        said,
        requestedAt,
        at,
        newVersion);
  }

  private BookingRow moved(BookingRescheduled event, Instant at, long newVersion) {
    return new BookingRow(
        bookingId,
        businessId,
        new ResourceId(event.resourceId()),
        SlotId.parse(event.slotId()),
        BookingStatus.valueOf(event.status()),
        event.start(),
        event.end(),
        event.until(),
        customerName,
        customerPhone,
        note,
        cancelledBy,
        reason,
        requestedAt,
        at,
        newVersion);
  }
}
