package io.slotkeeper.query.slot.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotExplanation;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.api.slot.SlotQuery.ExplainSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SlotExplanationPropertyTest {
  /** The clocks of Madrid go back at 01:00. */
  private static final Instant MIDNIGHT = Instant.parse("2027-10-30T22:00:00Z");

  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Property(tries = 4)
  void agreesWithTheListAndTheRulesAboutEverySlot(@ForAll long seed) {
    var random = new Random(seed);
    var recording = new Recording();
    recording.service().clock().set(MIDNIGHT.minus(Duration.ofMinutes(random.nextInt(600))));
    var history = recording.history();
    var chair = history.newResource();
    var salon = history.salon(chair);
    history.add(
        new BusinessEvent.SpecialHoursSet(
            salon.value(), "2027-10-31", List.of(new RangeEntry("01:00", "22:00"))));
    for (int i = 0; i < 12; i++) {
      change(history, salon, chair, random);
    }
    recording.passes(Duration.ofMinutes(random.nextInt(600)));
    recording.appendAndProject();
    var business =
        BusinessState.of(
            history.events().stream()
                .map(event -> event.getPayload())
                .filter(BusinessEvent.class::isInstance)
                .map(BusinessEvent.class::cast)
                .toList());
    var offers =
        new SlotOffers(Objects.requireNonNull(business), recording.service().clock().instant());

    for (int i = 0; i < 25 * 4; i++) {
      var slot = new SlotId(salon, chair, MIDNIGHT.plus(QUARTER.multipliedBy(i)));
      var everybody = explain(recording, slot, false);
      assertThat(everybody.status()).isEqualTo(listed(recording, slot, false));
      assertThat(explain(recording, slot, true).status()).isEqualTo(listed(recording, slot, true));
      assertThat(everybody.rule())
          .isEqualTo(
              offers
                  .refusal(slot)
                  .orElse(
                      everybody.status() == Status.AVAILABLE ? "SlotIsFree" : "SlotMustBeFree"));
      assertThat(everybody.bookingId()).isNull();
      assertThat(everybody.overlappedBy()).isNull();
      var event = everybody.event();
      assertThat(event == null || event.aggregate().equals("business")).isTrue();
    }
  }

  private static void change(History history, BusinessId salon, ResourceId chair, Random random) {
    var id = salon.value();
    var slot = new SlotId(salon, chair, MIDNIGHT.plus(QUARTER.multipliedBy(random.nextInt(100))));
    var length = QUARTER.multipliedBy(1 + random.nextInt(8));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> history.request(slot, length);
      case 3, 4 -> history.book(slot, length);
      case 5 ->
          history.add(
              new SlotBlocked(
                  slot.toString(), id, chair.value(), slot.start(), slot.start().plus(length)));
      case 6, 7 -> {
        int hour = 1 + random.nextInt(20);
        history.add(
            new BusinessEvent.ClosureAdded(
                id,
                history.ids().newClosureId().value(),
                "2027-10-31T%02d:15".formatted(hour),
                "2027-10-31T%02d:45".formatted(hour + random.nextInt(3)),
                random.nextBoolean() ? chair.value() : null,
                null));
      }
      case 8, 9, 10 -> history.add(policy(id, random));
      default -> {
        if (random.nextInt(4) == 0) {
          history.add(new BusinessEvent.BusinessSuspended(id));
        } else if (random.nextInt(4) == 0) {
          history.add(new BusinessEvent.ResourceRetired(id, chair.value()));
        }
      }
    }
  }

  private static BusinessEvent policy(String id, Random random) {
    var standard = BookingPolicy.DEFAULT;
    var policy =
        new BookingPolicy(
            QUARTER.multipliedBy(1 + random.nextInt(6)),
            standard.approval(),
            standard.approvalWindow(),
            Duration.ofMinutes(random.nextInt(300)),
            1 + random.nextInt(2),
            standard.cancellationCutOff(),
            standard.reminders());
    return new BusinessEvent.BookingPolicySet(id, EventEntries.plain(policy));
  }

  private static SlotExplanation explain(Recording recording, SlotId slot, boolean owner) {
    return recording
        .service()
        .find(new ExplainSlot(slot, owner), SlotExplanation.class)
        .orElseThrow();
  }

  /** What is not listed can surely not be booked. */
  private static Status listed(Recording recording, SlotId slot, boolean owner) {
    return recording
        .service()
        .find(new FindSlot(slot, owner), SlotView.class)
        .map(SlotView::status)
        .orElse(Status.UNAVAILABLE);
  }
}
