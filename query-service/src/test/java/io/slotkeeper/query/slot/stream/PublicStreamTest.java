package io.slotkeeper.query.slot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is no owner hears of nothing that questions would not show. */
class PublicStreamTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  /** More than is read at a time. */
  private static final int MANY = 130;

  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId night =
      new SlotId(salon, chair, QueryService.NOW.plus(Duration.ofHours(15)));
  private final Changes changes = new Changes(service, history);
  private final String key = newKey();

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
    changes.project();
  }

  @Test
  void tellsOnlyTheOwnerThatABookingIsConfirmed() {
    try (var anyone = EventSource.ready(service, salon, null);
        var owner = EventSource.ready(service, salon, key)) {
      var booking = history.request(slot(0), HALF_AN_HOUR);
      changes.project();
      anyone.awaitEvents(2);
      owner.awaitEvents(2);
      confirm(slot(0), booking);
      changes.block(slot(1)).project();

      anyone.awaitEvents(3);
      owner.awaitEvents(4);
      assertThat(told(anyone)).containsExactly(slot(0) + " UNAVAILABLE", slot(1) + " UNAVAILABLE");
      assertThat(told(owner))
          .containsExactly(slot(0) + " RESERVED", slot(0) + " BOOKED", slot(1) + " BLOCKED");
    }
  }

  @Test
  void tellsEverybodyWhereAnotherBookingIsConfirmed() {
    var first = history.request(slot(0), HALF_AN_HOUR);
    changes.project();
    try (var anyone = EventSource.ready(service, salon, null)) {
      history.add(new SlotEvent.SlotReleased(slot(0).toString(), first.value(), "REJECTED"));
      history.book(slot(0), HALF_AN_HOUR);
      changes.project();

      anyone.awaitEvents(2);
      assertThat(told(anyone)).containsExactly(slot(0) + " UNAVAILABLE");
    }
  }

  @Test
  void tellsEverybodyWhereTheReservationHadLapsed() {
    var booking = history.request(slot(0), HALF_AN_HOUR);
    changes.project();
    service.clock().advance(Duration.ofHours(3));
    try (var anyone = EventSource.ready(service, salon, null)) {
      assertThat(
              new Http(service, null).get("/api/slots/" + slot(0)).body().path("status").asString())
          .isEqualTo("AVAILABLE");
      confirm(slot(0), booking);

      anyone.awaitEvents(2);
      assertThat(told(anyone)).containsExactly(slot(0) + " UNAVAILABLE");
    }
  }

  @Test
  void tellsOnlyTheOwnerOfASlotThatIsNotOnTheTimetable() {
    try (var anyone = EventSource.ready(service, salon, null);
        var owner = EventSource.ready(service, salon, key)) {
      assertThat(new Http(service, null).get("/api/slots/" + night).status()).isEqualTo(404);
      changes.block(night).project();
      owner.awaitEvents(2);
      changes.unblock(night).project();
      changes.block(slot(0)).project();

      anyone.awaitEvents(2);
      owner.awaitEvents(4);
      assertThat(told(anyone)).containsExactly(slot(0) + " UNAVAILABLE");
      assertThat(told(owner))
          .containsExactly(night + " BLOCKED", night + " UNAVAILABLE", slot(0) + " BLOCKED");
    }
  }

  @Test
  void resumesOverManyChangesThatAreNotTold() {
    long begin;
    try (var stream = EventSource.ready(service, salon, null)) {
      begin = stream.events.getFirst().id();
    }
    for (int i = 0; i < MANY; i += 2) {
      changes.block(night).project();
      changes.unblock(night).project();
    }
    changes.block(slot(0)).project();
    for (int i = 0; i < MANY; i += 2) {
      changes.block(night).project();
      changes.unblock(night).project();
    }

    try (var stream = EventSource.open(service, salon, null, begin)) {
      stream.awaitEvents(1);
      changes.unblock(slot(0)).project();
      stream.awaitEvents(2);
      assertThat(told(stream)).containsExactly(slot(0) + " UNAVAILABLE", slot(0) + " AVAILABLE");
    }
  }

  @Test
  void resumesFromWhatOnlyTheOwnerWasTold() {
    var booking = history.request(slot(0), HALF_AN_HOUR);
    changes.project();
    try (var anyone = EventSource.ready(service, salon, null);
        var owner = EventSource.ready(service, salon, key)) {
      confirm(slot(0), booking);
      owner.awaitEvents(2);
      changes.block(slot(1)).project();
      anyone.awaitEvents(2);

      for (var id : List.of(anyone.ids().getFirst(), owner.ids().get(1))) {
        try (var again = EventSource.open(service, salon, null, id)) {
          again.awaitEvents(1);
          assertThat(again.events).containsExactly(anyone.events.get(1));
        }
      }
      try (var again = EventSource.open(service, salon, key, anyone.ids().getFirst())) {
        again.awaitEvents(2);
        assertThat(told(again)).containsExactly(slot(0) + " BOOKED", slot(1) + " BLOCKED");
      }
    }
  }

  private void confirm(SlotId slot, BookingId booking) {
    history.add(new SlotEvent.SlotBooked(slot.toString(), booking.value()));
    history.add(new BookingConfirmed(booking.value(), salon.value()));
    changes.project();
  }

  private static List<String> told(EventSource stream) {
    return stream.named("slot").stream()
        .map(event -> event.text("slotId") + " " + event.text("status"))
        .toList();
  }

  private SlotId slot(int number) {
    var first = QueryService.NOW.plus(Duration.ofHours(22));
    return new SlotId(salon, chair, first.plus(HALF_AN_HOUR.multipliedBy(number)));
  }

  private String newKey() {
    var made = service.context().getBean(OwnerKeys.class).newKey(salon);
    history.add(new BusinessEvent.ApiKeyRotated(salon.value(), made.hash()));
    return made.text();
  }
}
