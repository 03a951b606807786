package io.slotkeeper.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.ProjectionsAtWork;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Trouble;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class DeadLettersTest extends ProjectionsAtWork {
  private static final String LETTERS = "/api/admin/dead-letters";

  /** Not by itself, but where a test is about that. */
  @Override
  protected Map<String, Object> settings() {
    return Map.of("slotkeeper.projections.letters-retry", "1h");
  }

  @Test
  void holdsBackTheBookingWhoseBeginningIsMissingAndNobodyElse() {
    var lost = history.ids().newBookingId();
    history.add(new BookingConfirmed(lost.value(), salon.value()));
    history.add(new BookingConfirmed(lost.value(), salon.value()));
    var other = history.book(slot(1), HALF_HOUR);

    append();

    await().atMost(PATIENCE).until(() -> isConfirmed(other));
    await().atMost(PATIENCE).until(() -> letters() == 2);
    var letters = admin.get(LETTERS).body().path("letters");
    assertThat(letters.path(0).path("group").asString()).isEqualTo("bookings");
    assertThat(letters.path(0).path("sequence").asString()).isEqualTo(lost.value());
    assertThat(letters.path(0).path("event").asString()).isEqualTo("booking.confirmed");
    assertThat(letters.path(0).path("cause").asString()).contains("nothing to build on");
    assertThat(letters.path(1).has("cause")).isFalse();
  }

  @Test
  void holdsBackTheRowThatPostgreSqlRefusesAndTakesItWhenItCan() {
    var refused = history.request(slot(0), HALF_HOUR);
    Trouble.with(database, "booking", "booking_id", refused.value(), "22000");
    for (int i = 1; i < 20; i++) {
      history.book(slot(i), HALF_HOUR);
    }
    append();
    var later = history.book(slot(30), HALF_HOUR);
    history.add(new BookingConfirmed(refused.value(), salon.value()));
    append();

    await().atMost(PATIENCE).until(() -> isConfirmed(later));
    await().atMost(PATIENCE).until(() -> letters() == 2);
    assertThat(rows()).isEqualTo(20);

    assertThat(admin.post(LETTERS + "/bookings/retry").body().path("letters").asInt()).isZero();
    assertThat(letters()).isEqualTo(2);

    Trouble.over(database, "booking");
    assertThat(admin.post(LETTERS + "/bookings/retry").body().path("letters").asInt()).isEqualTo(2);
    assertThat(isConfirmed(refused)).isTrue();
    assertThat(letters()).isZero();
    history.add(new BookingCompleted(refused.value(), salon.value()));
    append();
    await().atMost(PATIENCE).until(() -> is(refused, BookingStatus.COMPLETED));
  }

  @Test
  void triesAgainByItself() {
    var refused = history.book(slot(0), HALF_HOUR);
    Trouble.with(database, "booking", "booking_id", refused.value(), "22000");
    append();
    await().atMost(PATIENCE).until(() -> letters() == 2);
    service.close();
    Trouble.over(database, "booking");

    start(Map.of("slotkeeper.projections.letters-retry", "100ms"));

    await().atMost(PATIENCE).until(() -> isConfirmed(refused));
    await().atMost(PATIENCE).until(() -> letters() == 0);
  }

  @Test
  void holdsBackTheRowThatItCannotReadAndNobodyElse() {
    var unreadable = history.request(slot(0), HALF_HOUR);
    append();
    await().atMost(PATIENCE).until(() -> rows() == 1);
    service.jdbc().sql("UPDATE query.booking SET status = 'WAITING_LIST'").update();
    history.add(new BookingConfirmed(unreadable.value(), salon.value()));
    BookingId last = unreadable;
    for (int i = 1; i < 30; i++) {
      last = history.book(slot(i), HALF_HOUR);
    }
    append();

    var other = last;
    await().atMost(PATIENCE).until(() -> isConfirmed(other));
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void foldsNothingOntoARowThatWasMendedMeanwhile() {
    var other = history.request(slot(0), HALF_HOUR);
    var moved = history.request(slot(1), HALF_HOUR);
    service.feed(history.events());
    int known = history.events().size();
    var there = slot(9);
    history.add(
        new BookingRescheduled(
            moved.value(),
            salon.value(),
            slot(1).toString(),
            there.toString(),
            chair.value(),
            there.start(),
            there.start().plus(HALF_HOUR),
            "PENDING",
            null,
            "BUSINESS"));
    history.add(new BookingConfirmed(other.value(), salon.value()));
    history.add(new BookingConfirmed(moved.value(), salon.value()));
    var events = history.events();
    var handler = serving();

    // The batch has read both rows when the event before its second one is retried beside it.
    var retried = new AtomicBoolean();
    var batch =
        new BatchingUnitOfWork<EventMessage<?>>(List.copyOf(events.subList(known + 1, known + 3)));
    batch.attachTransaction(service.context().getBean(TransactionManager.class));
    var result =
        batch.executeWithResult(
            () -> {
              handler.handle(batch.getMessage());
              if (retried.compareAndSet(false, true)) {
                retry(events.get(known));
              }
              return null;
            });

    assertThat(result.isExceptional()).isFalse();
    assertThat(service.find(new FindBooking(moved), BookingView.class))
        .hasValueSatisfying(
            view -> {
              assertThat(view.slotId()).isEqualTo(there);
              assertThat(view.status()).isEqualTo(BookingStatus.CONFIRMED);
            });
  }

  private EventMessageHandler serving() {
    var projections = service.context().getBean(Projections.class);
    return projections.serving(projections.named("bookings").orElseThrow());
  }

  private void retry(DomainEventMessage<?> event) throws InterruptedException {
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  var alone = DefaultUnitOfWork.startAndGet(event);
                  alone.attachTransaction(service.context().getBean(TransactionManager.class));
                  alone.execute(
                      () -> {
                        try {
                          serving().handle(event);
                        } catch (Exception e) {
                          throw new IllegalStateException(e);
                        }
                      });
                });
    thread.join();
  }

  @Test
  void givesUpWhatAnAdministratorDiscards() {
    var lost = history.ids().newBookingId();
    history.add(new BookingConfirmed(lost.value(), salon.value()));
    append();
    await().atMost(PATIENCE).until(() -> letters() == 1);

    var path = LETTERS + "/bookings/" + lost.value();
    assertThat(admin.delete(path).body().path("letters").asInt()).isEqualTo(1);

    assertThat(letters()).isZero();
    assertThat(admin.delete(path).status()).isEqualTo(404);
    assertThat(admin.post(LETTERS + "/nothing/retry").status()).isEqualTo(404);
    assertThat(new Http(service, null).get(LETTERS).status()).isIn(401, 404);
  }

  private long letters() {
    return admin.get(LETTERS).body().path("total").asLong();
  }

  private long rows() {
    return count("query.booking");
  }

  private boolean isConfirmed(BookingId id) {
    return is(id, BookingStatus.CONFIRMED);
  }

  private boolean is(BookingId id, BookingStatus status) {
    return service
        .find(new FindBooking(id), BookingView.class)
        .filter(view -> view.status() == status)
        .isPresent();
  }

  private SlotId slot(int number) {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(number + 1)));
  }
}
