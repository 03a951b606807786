package io.slotkeeper.query.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotQueriesTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final LocalDate TOMORROW = LocalDate.parse("2026-12-02");
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final QueryService service = QueryService.shared();
  private History history = service.history();
  private ResourceId chair = history.newResource();
  private BusinessId salon = history.salon(chair);
  private SlotId slot = new SlotId(salon, chair, TEN);

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
  }

  @Test
  void listsTheLocalDaysInOrder() {
    var second = history.newResource();
    history.add(new BusinessEvent.ResourceAdded(salon.value(), second.value(), "Second"));

    var view = list(TOMORROW, TOMORROW.plusDays(1), false);

    assertThat(view.timeZone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(view.slots()).hasSize(2 * 2 * 20);
    assertThat(view.slots().getFirst().localStart())
        .isEqualTo(OffsetDateTime.parse("2026-12-02T10:00+01:00"));
    assertThat(view.slots().getLast().localStart())
        .isEqualTo(OffsetDateTime.parse("2026-12-03T19:30+01:00"));
    assertThat(view.slots())
        .isSortedAccordingTo(
            Comparator.comparing(SlotView::start).thenComparing(each -> each.resourceId().value()));
    assertThat(view.slots()).extracting(SlotView::status).containsOnly(Status.AVAILABLE);
  }

  @Test
  void listsOneResource() {
    var second = history.newResource();
    history.add(new BusinessEvent.ResourceAdded(salon.value(), second.value(), "Second"));
    service.feed(history.events());

    var view =
        service
            .find(new FindSlots(salon, TOMORROW, TOMORROW, second, null, false), SlotsView.class)
            .orElseThrow();

    assertThat(view.slots()).hasSize(20).extracting(SlotView::resourceId).containsOnly(second);
  }

  @Test
  void showsAHoldToItsOwnerAndHidesItFromCustomers() {
    var booking = history.request(slot, HALF_HOUR);

    assertThat(at(slot, true))
        .satisfies(
            view -> {
              assertThat(view.status()).isEqualTo(Status.RESERVED);
              assertThat(view.bookingId()).isEqualTo(booking);
            });
    assertThat(at(slot, false))
        .satisfies(
            view -> {
              assertThat(view.status()).isEqualTo(Status.UNAVAILABLE);
              assertThat(view.bookingId()).isNull();
            });
  }

  @Test
  void offersASlotAgainWhenItsHoldHasLapsed() {
    history.request(slot, HALF_HOUR);
    var lapse = QueryService.NOW.plus(Duration.ofHours(2));

    service.clock().set(lapse.minusMillis(1));
    assertThat(at(slot, false).status()).isEqualTo(Status.UNAVAILABLE);
    service.clock().set(lapse);
    assertThat(at(slot, false).status()).isEqualTo(Status.AVAILABLE);
    assertThat(at(slot, true).status()).isEqualTo(Status.AVAILABLE);
  }

  @Test
  void showsBookedBlockedAndReleasedSlots() {
    var booking = history.book(slot, HALF_HOUR);
    assertThat(at(slot, true).status()).isEqualTo(Status.BOOKED);
    assertThat(at(slot, true).bookingId()).isEqualTo(booking);
    assertThat(at(slot, false).status()).isEqualTo(Status.UNAVAILABLE);

    history.add(new SlotReleased(slot.toString(), booking.value(), "CANCELLED"));
    assertThat(at(slot, true).status()).isEqualTo(Status.AVAILABLE);

    history.add(
        new SlotBlocked(slot.toString(), salon.value(), chair.value(), TEN, TEN.plus(HALF_HOUR)));
    assertThat(at(slot, true).status()).isEqualTo(Status.BLOCKED);
    assertThat(at(slot, true).bookingId()).isNull();
    assertThat(at(slot, false).status()).isEqualTo(Status.UNAVAILABLE);
  }

  @Test
  void withholdsSlotsThatOverlapATakenOneOfTheSameResource() {
    var second = history.newResource();
    history.add(new BusinessEvent.ResourceAdded(salon.value(), second.value(), "Second"));
    history.book(new SlotId(salon, chair, TEN.plus(Duration.ofMinutes(60))), HALF_HOUR);
    var policy = policy(Duration.ofMinutes(45), Duration.ZERO, 30);
    history.add(new BusinessEvent.BookingPolicySet(salon.value(), EventEntries.plain(policy)));

    var views = list(TOMORROW, TOMORROW, false).slots();

    assertThat(views)
        .filteredOn(view -> view.status() == Status.UNAVAILABLE)
        .extracting(SlotView::slotId)
        .containsExactly(new SlotId(salon, chair, TEN.plus(Duration.ofMinutes(45))));
    assertThat(views).filteredOn(view -> view.resourceId().equals(second)).hasSize(13);
  }

  @Test
  void withholdsASlotThatATakenOneFromTheDayBeforeReachesInto() {
    var hours = Map.of("WEDNESDAY", List.of(new BusinessEvent.RangeEntry("00:00", "02:00")));
    history.add(new BusinessEvent.OpeningHoursSet(salon.value(), hours));
    var midnight = Instant.parse("2026-12-01T23:00:00Z");
    history.book(new SlotId(salon, chair, midnight.minus(HALF_HOUR)), Duration.ofMinutes(60));

    assertThat(list(TOMORROW, TOMORROW, false).slots())
        .extracting(SlotView::status)
        .containsExactly(Status.UNAVAILABLE, Status.AVAILABLE, Status.AVAILABLE, Status.AVAILABLE);
  }

  @Test
  void showsTheOwnerTakenSlotsThatLeftTheTimetable() {
    var booking = history.book(slot, HALF_HOUR);
    var free = new SlotId(salon, chair, TEN.plus(HALF_HOUR));
    history.add(
        new BusinessEvent.ClosureAdded(
            salon.value(),
            history.ids().newClosureId().value(),
            "2026-12-02T00:00",
            "2026-12-03T00:00",
            null,
            null));

    assertThat(list(TOMORROW, TOMORROW, false).slots()).isEmpty();
    assertThat(list(TOMORROW, TOMORROW, true).slots())
        .singleElement()
        .satisfies(view -> assertThat(view.bookingId()).isEqualTo(booking));
    assertThat(one(slot, true)).isPresent();
    assertThat(one(slot, false)).isEmpty();
    assertThat(one(free, true)).isEmpty();
  }

  @Test
  void withholdsThePastTheNoticeAndWhatIsBeyondTheHorizon() {
    var policy = policy(HALF_HOUR, Duration.ofHours(3), 1);
    history.add(new BusinessEvent.BookingPolicySet(salon.value(), EventEntries.plain(policy)));
    var today = LocalDate.parse("2026-12-01");

    var available =
        list(today, today.plusDays(2), false).slots().stream()
            .filter(view -> view.status() == Status.AVAILABLE)
            .map(view -> view.localStart().toLocalDateTime().toString())
            .toList();

    assertThat(available).hasSize(10 + 20);
    assertThat(available.getFirst()).isEqualTo("2026-12-01T15:00");
    assertThat(available.getLast()).isEqualTo("2026-12-02T19:30");
    assertThat(list(today, today.plusDays(2), true).slots())
        .hasSize(60)
        .extracting(SlotView::status)
        .containsOnly(Status.AVAILABLE, Status.UNAVAILABLE);
  }

  @Test
  void offersNothingOfASuspendedOrClosedBusiness() {
    var booking = history.book(slot, HALF_HOUR);
    history.add(new BusinessEvent.BusinessSuspended(salon.value()));
    assertThat(list(TOMORROW, TOMORROW, false).slots())
        .hasSize(20)
        .extracting(SlotView::status)
        .containsOnly(Status.UNAVAILABLE);
    assertThat(at(slot, true).bookingId()).isEqualTo(booking);

    history.add(new BusinessEvent.BusinessResumed(salon.value()));
    assertThat(list(TOMORROW, TOMORROW, false).slots())
        .extracting(SlotView::status)
        .contains(Status.AVAILABLE);

    history.add(new BusinessEvent.BusinessClosed(salon.value()));
    assertThat(list(TOMORROW, TOMORROW, false).slots())
        .extracting(SlotView::status)
        .containsOnly(Status.UNAVAILABLE);
  }

  @Test
  void filtersByTheStatusThatTheCallerSees() {
    history.book(slot, HALF_HOUR);
    service.feed(history.events());

    assertThat(filtered(Status.BOOKED, true)).hasSize(1);
    assertThat(filtered(Status.AVAILABLE, true)).hasSize(19);
    assertThat(filtered(Status.UNAVAILABLE, false)).hasSize(1);
    assertThat(filtered(Status.UNAVAILABLE, true)).isEmpty();
  }

  @Test
  void findsOneSlotWithItsZone() {
    assertThat(at(slot, false).timeZone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(one(new SlotId(salon, chair, TEN.plusSeconds(60)), true)).isEmpty();
    assertThat(one(new SlotId(salon, history.newResource(), TEN), true)).isEmpty();
    assertThat(one(new SlotId(history.ids().newBusinessId(), chair, TEN), true)).isEmpty();
  }

  @Test
  void findsNothingOfAnUnknownBusiness() {
    var unknown = history.ids().newBusinessId();
    assertThat(
            service.find(
                new FindSlots(unknown, TOMORROW, TOMORROW, null, null, false), SlotsView.class))
        .isEmpty();
  }

  @Test
  void keepsASlotTakenWhenOldEventsComeAgain() {
    history.book(slot, HALF_HOUR);
    service.feed(history.events());
    var reserved =
        history.events().stream()
            .filter(event -> !(event.getPayload() instanceof SlotBooked))
            .toList();

    service.feed(reserved);

    assertThat(at(slot, true).status()).isEqualTo(Status.BOOKED);
  }

  private static BookingPolicy policy(Duration length, Duration notice, int horizonDays) {
    var standard = BookingPolicy.DEFAULT;
    return new BookingPolicy(
        length,
        standard.approval(),
        standard.approvalWindow(),
        notice,
        horizonDays,
        standard.cancellationCutOff(),
        standard.reminders());
  }

  private List<SlotView> filtered(Status status, boolean owner) {
    return service
        .find(new FindSlots(salon, TOMORROW, TOMORROW, null, status, owner), SlotsView.class)
        .orElseThrow()
        .slots();
  }

  private SlotsView list(LocalDate from, LocalDate to, boolean owner) {
    service.feed(history.events());
    return service
        .find(new FindSlots(salon, from, to, null, null, owner), SlotsView.class)
        .orElseThrow();
  }

  private Optional<SlotView> one(SlotId id, boolean owner) {
    service.feed(history.events());
    return service.find(new FindSlot(id, owner), SlotView.class);
  }

  /** The slot alone, which must be the same as in the list. */
  private SlotView at(SlotId id, boolean owner) {
    var alone = one(id, owner).orElseThrow();
    assertThat(list(TOMORROW, TOMORROW, owner).slots())
        .filteredOn(view -> view.slotId().equals(id))
        .singleElement()
        .satisfies(listed -> assertThat(listed.status()).isEqualTo(alone.status()));
    return alone;
  }
}
