package io.slotkeeper.api.slot;

import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.api.timetable.Timetable;
import java.time.Instant;
import java.util.Optional;

/**
 * Which slots of a business can be booked at a moment, as far as its own rules go; whether somebody
 * else was faster is not known here. Listing and booking both ask this type, so what is listed as
 * free is what is accepted.
 */
public final class SlotOffers {
  private final BusinessState business;
  private final Timetable timetable;
  private final Instant now;

  /** The offers of a business at a moment. */
  public SlotOffers(BusinessState business, Instant now) {
    this.business = business;
    this.timetable = business.timetable();
    this.now = now;
  }

  /**
   * The slot, if it can be booked now.
   *
   * @throws Refused with code {@code slot-not-offered} and the name of the rule otherwise
   */
  public OfferedSlot require(SlotId slotId) {
    refusal(slotId)
        .ifPresent(
            rule -> {
              throw Refused.slotNotOffered(rule);
            });
    return timetable.at(slotId.resourceId(), slotId.start()).orElseThrow();
  }

  /**
   * The slot, if it is on the timetable and has not begun, whether or not customers may book it
   * yet.
   *
   * @throws Refused with code {@code slot-not-offered} and the name of the rule otherwise
   */
  public OfferedSlot requireOnTimetable(SlotId slotId) {
    offTimetable(slotId)
        .ifPresent(
            rule -> {
              throw Refused.slotNotOffered(rule);
            });
    return timetable.at(slotId.resourceId(), slotId.start()).orElseThrow();
  }

  /** The name of the first rule that keeps a slot from being booked now; empty if none does. */
  public Optional<String> refusal(SlotId slotId) {
    if (business.status() != BusinessStatus.ACTIVE) {
      return Optional.of("BusinessMustBeActive");
    }
    return offTimetable(slotId).or(() -> outsideWindow(slotId.start()));
  }

  /** Whether a slot of this timetable can be booked now, as far as status and time go. */
  public boolean isOpen(OfferedSlot slot) {
    return business.status() == BusinessStatus.ACTIVE
        && slot.start().isAfter(now)
        && outsideWindow(slot.start()).isEmpty();
  }

  private Optional<String> offTimetable(SlotId slotId) {
    var resourceId = slotId.resourceId();
    if (!slotId.businessId().equals(business.businessId())) {
      return Optional.of("SlotMustBelongToTheBusiness");
    }
    if (!timetable.offers(resourceId)) {
      return Optional.of("ResourceMustBeOffered");
    }
    if (!slotId.start().isAfter(now)) {
      return Optional.of("SlotMustNotHaveBegun");
    }
    if (timetable.at(resourceId, slotId.start()).isPresent()) {
      return Optional.empty();
    }
    return timetable.onGrid(resourceId, slotId.start()).isPresent()
        ? Optional.of("SlotMustNotBeInAClosure")
        : Optional.of("SlotMustBeOnTheTimetable");
  }

  private Optional<String> outsideWindow(Instant start) {
    var policy = business.policy();
    if (start.isBefore(now.plus(policy.minimumNotice()))) {
      return Optional.of("SlotMustLeaveMinimumNotice");
    }
    var lastDay = timetable.localDate(now).plusDays(policy.horizonDays());
    return timetable.localDate(start).isAfter(lastDay)
        ? Optional.of("SlotMustBeWithinTheHorizon")
        : Optional.empty();
  }
}
