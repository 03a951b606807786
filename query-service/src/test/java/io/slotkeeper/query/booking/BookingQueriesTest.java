package io.slotkeeper.query.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingPage;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingQuery.FindBookings;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.platform.security.BookingOwners;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingQueriesTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
  }

  @Test
  void showsABookingThatWaits() {
    var id = history.request(slot(0), HALF_HOUR);

    var view = find(id);

    assertThat(view.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(view.businessId()).isEqualTo(salon);
    assertThat(view.resourceId()).isEqualTo(chair);
    assertThat(view.slotId()).isEqualTo(slot(0));
    assertThat(view.start()).isEqualTo(TEN);
    assertThat(view.end()).isEqualTo(TEN.plus(HALF_HOUR));
    assertThat(view.localStart()).isEqualTo(OffsetDateTime.parse("2026-12-02T10:00+01:00"));
    assertThat(view.until()).isEqualTo(QueryService.NOW.plus(Duration.ofHours(2)));
    assertThat(view.customer()).isEqualTo(new BookingView.CustomerView("Ana", "+34600333444"));
    assertThat(view.note()).isEqualTo("by the window");
    assertThat(view.requestedAt()).isEqualTo(QueryService.NOW);
    assertThat(view.version()).isZero();
  }

  @Test
  void showsTheEndOfEachStory() {
    var confirmed = history.book(slot(0), HALF_HOUR);
    var rejected = history.request(slot(1), HALF_HOUR);
    history.add(
        new BookingEvent.BookingRejected(rejected.value(), salon.value(), History.sealed("full")));
    var cancelled = history.book(slot(2), HALF_HOUR);
    history.add(
        new BookingEvent.BookingCancelled(
            cancelled.value(), salon.value(), "CUSTOMER", History.sealed("ill")));
    var completed = history.book(slot(3), HALF_HOUR);
    history.add(new BookingEvent.BookingCompleted(completed.value(), salon.value()));
    var missed = history.book(slot(4), HALF_HOUR);
    history.add(new BookingEvent.BookingMarkedNoShow(missed.value(), salon.value()));
    var expired = history.request(slot(5), HALF_HOUR);
    history.add(new BookingEvent.BookingExpired(expired.value(), salon.value()));

    assertThat(find(confirmed).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(find(confirmed).version()).isEqualTo(1);
    assertThat(find(confirmed).until()).isNull();
    assertThat(find(rejected).status()).isEqualTo(BookingStatus.REJECTED);
    assertThat(find(rejected).reason()).isEqualTo("full");
    assertThat(find(cancelled).status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(find(cancelled).cancelledBy()).isEqualTo("CUSTOMER");
    assertThat(find(cancelled).reason()).isEqualTo("ill");
    assertThat(find(completed).status()).isEqualTo(BookingStatus.COMPLETED);
    assertThat(find(missed).status()).isEqualTo(BookingStatus.NO_SHOW);
    assertThat(find(expired).status()).isEqualTo(BookingStatus.EXPIRED);
  }

  @Test
  void movesWithItsBookingToAnotherSlot() {
    var id = history.book(slot(0), HALF_HOUR);
    var until = QueryService.NOW.plus(Duration.ofHours(1));
    history.add(rescheduled(id, slot(0), slot(7), until));
    history.add(new SlotReleased(slot(0).toString(), id.value(), "RESCHEDULED"));

    var view = find(id);

    assertThat(view.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(view.slotId()).isEqualTo(slot(7));
    assertThat(view.start()).isEqualTo(slot(7).start());
    assertThat(view.until()).isEqualTo(until);
    history.add(rescheduled(id, slot(7), slot(8), null));
    assertThat(find(id).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(find(id).until()).isNull();
  }

  @Test
  void expiresABookingByTheClockAlone() {
    var id = history.request(slot(0), HALF_HOUR);
    var until = QueryService.NOW.plus(Duration.ofHours(2));

    service.clock().set(until.minusMillis(1));
    assertThat(find(id).status()).isEqualTo(BookingStatus.PENDING);
    assertThat(listed(BookingStatus.EXPIRED)).isEmpty();
    assertThat(listed(BookingStatus.PENDING)).containsExactly(id);

    service.clock().set(until);
    assertThat(find(id).status()).isEqualTo(BookingStatus.EXPIRED);
    assertThat(find(id).until()).isNull();
    assertThat(listed(BookingStatus.EXPIRED)).containsExactly(id);
    assertThat(listed(BookingStatus.PENDING)).isEmpty();
  }

  @Test
  void listsEachBookingOnceOverPages() {
    var expected = new ArrayList<BookingId>();
    for (int i = 0; i < 7; i++) {
      expected.add(history.book(slot(i / 2), HALF_HOUR));
    }
    service.feed(history.events());

    var found = new ArrayList<BookingId>();
    String cursor = null;
    do {
      var page = page(null, null, null, 2, cursor);
      assertThat(page.bookings()).hasSizeLessThanOrEqualTo(2);
      page.bookings().forEach(view -> found.add(view.bookingId()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
    assertThat(found.subList(0, 2)).containsExactlyInAnyOrderElementsOf(expected.subList(0, 2));
  }

  @Test
  void listsWhatStartsInTheWindow() {
    var first = history.book(slot(0), HALF_HOUR);
    var second = history.book(slot(1), HALF_HOUR);
    history.book(slot(2), HALF_HOUR);
    service.feed(history.events());

    assertThat(page(TEN, slot(2).start(), null, 50, null).bookings())
        .extracting(BookingView::bookingId)
        .containsExactly(first, second);
  }

  @Test
  void refusesACursorOfAnotherQuestion() {
    for (int i = 0; i < 3; i++) {
      history.book(slot(i), HALF_HOUR);
    }
    service.feed(history.events());
    var cursor = page(null, null, null, 1, null).nextCursor();

    assertThat(page(null, null, null, 1, cursor).bookings()).hasSize(1);
    assertThatThrownBy(() -> page(TEN, null, null, 1, cursor))
        .hasStackTraceContaining("not acceptable");
    assertThatThrownBy(() -> page(null, null, BookingStatus.CONFIRMED, 1, cursor))
        .hasStackTraceContaining("not acceptable");
  }

  @Test
  void knowsWhoseBookingItIs() {
    var id = history.request(slot(0), HALF_HOUR);
    service.feed(history.events());
    var owners = service.context().getBean(BookingOwners.class);

    assertThat(owners.businessOf(id)).contains(salon);
    assertThat(owners.businessOf(history.ids().newBookingId())).isEmpty();
    assertThat(service.find(new FindBooking(history.ids().newBookingId()), BookingView.class))
        .isEmpty();
  }

  private static BookingEvent rescheduled(
      BookingId id, SlotId from, SlotId to, @Nullable Instant until) {
    return new BookingEvent.BookingRescheduled(
        id.value(),
        to.businessId().value(),
        from.toString(),
        to.toString(),
        to.resourceId().value(),
        to.start(),
        to.start().plus(HALF_HOUR),
        until == null ? "CONFIRMED" : "PENDING",
        until,
        "CUSTOMER");
  }

  private SlotId slot(int number) {
    return new SlotId(salon, chair, TEN.plus(HALF_HOUR.multipliedBy(number)));
  }

  private BookingView find(BookingId id) {
    service.feed(history.events());
    return service.find(new FindBooking(id), BookingView.class).orElseThrow();
  }

  private List<BookingId> listed(BookingStatus status) {
    return page(null, null, status, 50, null).bookings().stream()
        .map(BookingView::bookingId)
        .toList();
  }

  private BookingPage page(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable BookingStatus status,
      int limit,
      @Nullable String cursor) {
    return service.ask(new FindBookings(salon, from, to, status, limit, cursor), BookingPage.class);
  }
}
