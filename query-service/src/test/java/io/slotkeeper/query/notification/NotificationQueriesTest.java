package io.slotkeeper.query.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationPage;
import io.slotkeeper.api.notification.NotificationQuery.FindNotifications;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.api.notification.NotificationView;
import io.slotkeeper.api.notification.NotificationView.FailureView;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.query.Cursor;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.ReadModelOutOfStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationQueriesTest {
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final String business = salon.value();
  private final SlotId slot = new SlotId(salon, chair, TEN);
  private final BookingId booking = history.book(slot, Duration.ofMinutes(30));

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
  }

  @Test
  void showsWhatWaitsToBeSent() {
    var id = tell();

    assertThat(only())
        .isEqualTo(
            new NotificationView(
                id,
                booking,
                NotificationKind.BOOKING_CONFIRMED,
                Recipient.CUSTOMER,
                "+34600333444",
                NotificationStatus.QUEUED,
                null,
                TEN,
                QueryService.NOW,
                null,
                null,
                null,
                null,
                null,
                0,
                0));
    assertThat(only().toString()).doesNotContain("600333444");
  }

  @Test
  void followsANotificationUntilItIsRead() {
    var id = tell().value();

    history.add(new NotificationAttempted(id, business, 1));
    assertThat(only().status()).isEqualTo(NotificationStatus.ATTEMPTED);
    assertThat(only().attemptedAt()).isEqualTo(QueryService.NOW);
    history.add(new NotificationPostponed(id, business, "131016"));
    assertThat(only().status()).isEqualTo(NotificationStatus.QUEUED);
    assertThat(only().attempts()).isEqualTo(1);
    assertThat(only().failure()).isNull();
    later(1).add(new NotificationAttempted(id, business, 2));
    assertThat(only().attempts()).isEqualTo(2);
    later(2).add(new NotificationAccepted(id, business, "wamid.1"));
    assertThat(only().status()).isEqualTo(NotificationStatus.ACCEPTED);
    later(3).add(new NotificationDelivered(id, business));
    assertThat(only().status()).isEqualTo(NotificationStatus.DELIVERED);
    later(4).add(new NotificationRead(id, business));

    var view = only();
    assertThat(view.status()).isEqualTo(NotificationStatus.READ);
    assertThat(view.queuedAt()).isEqualTo(QueryService.NOW);
    assertThat(view.attemptedAt()).isEqualTo(minute(1));
    assertThat(view.acceptedAt()).isEqualTo(minute(2));
    assertThat(view.deliveredAt()).isEqualTo(minute(3));
    assertThat(view.readAt()).isEqualTo(minute(4));
    assertThat(view.failedAt()).isNull();
    assertThat(view.attempts()).isEqualTo(2);
    assertThat(view.version()).isEqualTo(6);
  }

  @Test
  void forgetsAFailureThatALaterDeliveryDisproves() {
    var id = tell().value();
    later(1).add(new NotificationFailed(id, business, "131026", "no account"));

    assertThat(only().status()).isEqualTo(NotificationStatus.FAILED);
    assertThat(only().failure()).isEqualTo(new FailureView("131026", "no account"));
    assertThat(only().failedAt()).isEqualTo(minute(1));

    later(2).add(new NotificationDelivered(id, business));
    assertThat(only().status()).isEqualTo(NotificationStatus.DELIVERED);
    assertThat(only().failure()).isNull();
    assertThat(only().failedAt()).isNull();
    assertThat(only().deliveredAt()).isEqualTo(minute(2));
  }

  @Test
  void changesNothingWhenEventsComeAgain() {
    var id = tell().value();
    history
        .add(new NotificationAttempted(id, business, 1))
        .add(new NotificationFailed(id, business, "expired", null))
        .add(new NotificationRead(id, business));
    var before = only();

    service.feed(history.events().subList(0, history.events().size() - 1));

    assertThat(page(null, 50, null).notifications()).containsExactly(before);
  }

  @Test
  void stopsAtAnEventWithoutItsBeginning() {
    var id = NotificationId.about(booking, "nothing").value();
    service.feed(history.events());
    var stray = service.history().add(new NotificationRead(id, business)).events();

    assertThatThrownBy(() -> service.feed(stray)).isInstanceOf(ReadModelOutOfStep.class);
  }

  @Test
  void listsNewestFirstAndEachOnceOverPages() {
    var told = new ArrayList<NotificationId>();
    var kinds = NotificationKind.values();
    for (int i = 0; i < 7; i++) {
      // Two at a time, and between two milliseconds.
      service.clock().set(minute(i / 2).plusNanos(1000));
      told.add(history.tell(booking, slot, kinds[i]));
    }
    service.feed(history.events());

    var found = new ArrayList<NotificationId>();
    String cursor = null;
    do {
      var page = page(null, 3, cursor);
      assertThat(page.notifications()).hasSizeLessThanOrEqualTo(3);
      page.notifications().forEach(view -> found.add(view.notificationId()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(told);
    assertThat(found.getFirst()).isEqualTo(told.getLast());
    assertThat(found.subList(1, 3)).containsExactlyInAnyOrderElementsOf(told.subList(4, 6));
  }

  @Test
  void listsThoseOfOneStatusAndOfOneBusiness() {
    var id = tell();
    var other = history.salon(history.newResource());
    history.add(new NotificationRead(id.value(), business));
    var reminder = history.tell(booking, slot, NotificationKind.REMINDER);
    history.tell(
        history.ids().newBookingId(), new SlotId(other, chair, TEN), NotificationKind.REMINDER);
    service.feed(history.events());

    assertThat(ids(NotificationStatus.READ)).containsExactly(id);
    assertThat(ids(NotificationStatus.QUEUED)).containsExactly(reminder);
    assertThat(ids(NotificationStatus.FAILED)).isEmpty();
    assertThat(ids(null)).containsExactlyInAnyOrder(id, reminder);
  }

  @Test
  void refusesACursorOfAnotherQuestion() {
    tell();
    history.tell(booking, slot, NotificationKind.REMINDER);
    service.feed(history.events());
    var cursor = page(null, 1, null).nextCursor();

    assertThat(page(null, 1, cursor).notifications()).hasSize(1);
    assertThatThrownBy(() -> page(NotificationStatus.QUEUED, 1, cursor))
        .hasStackTraceContaining("not acceptable");
  }

  @Test
  void refusesAForgedCursorThatPointsOutOfTime() {
    var id = NotificationId.about("forged").value();
    var cursors = new Cursor("notifications", salon, null);

    for (var micros : List.of(Long.MIN_VALUE, -1L, Long.MAX_VALUE)) {
      var forged = cursors.write(List.of(micros.toString(), id));
      assertThatThrownBy(() -> page(null, 1, forged)).hasStackTraceContaining("not acceptable");
    }
  }

  private NotificationId tell() {
    return history.tell(booking, slot, NotificationKind.BOOKING_CONFIRMED);
  }

  private History later(int minutes) {
    service.clock().set(minute(minutes));
    return history;
  }

  private static Instant minute(int number) {
    return QueryService.NOW.plus(Duration.ofMinutes(number));
  }

  private NotificationView only() {
    service.feed(history.events());
    assertThat(page(null, 50, null).notifications()).hasSize(1);
    return page(null, 50, null).notifications().getFirst();
  }

  private List<NotificationId> ids(@Nullable NotificationStatus status) {
    return page(status, 50, null).notifications().stream()
        .map(NotificationView::notificationId)
        .toList();
  }

  private NotificationPage page(
      @Nullable NotificationStatus status, int limit, @Nullable String cursor) {
    return service.ask(new FindNotifications(salon, status, limit, cursor), NotificationPage.class);
  }
}
