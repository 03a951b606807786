package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Why a business offers a slot at a moment, or why not; known to everybody. */
final class OfferReasons {
  private final BusinessMemory memory;
  private final BusinessState business;
  private final Timetable timetable;
  private final ZoneId zone;
  private final SlotOffers offers;

  OfferReasons(BusinessMemory memory, Instant now) {
    this.memory = memory;
    this.business = memory.state();
    this.timetable = business.timetable();
    this.zone = business.timeZone();
    this.offers = new SlotOffers(business, now);
  }

  /** The rule that leaves the slot out; empty where it is offered. */
  Optional<Reason> against(SlotId slot) {
    return offers.refusal(slot).map(rule -> against(rule, slot));
  }

  /** Why a slot that is offered can be booked. */
  Reason offered(SlotId slot) {
    return Reason.of("SlotIsFree", "The slot is on the timetable and nobody holds it.")
        .until(lastMoment(slot))
        .behind(memory.hoursOn(timetable.localDate(slot.start())));
  }

  private Reason against(String rule, SlotId slot) {
    return switch (rule) {
      case "BusinessMustBeActive" -> inactive(rule);
      case "ResourceMustBeOffered" -> withoutResource(rule, slot.resourceId());
      case "SlotMustNotHaveBegun" -> Reason.of(rule, "The slot has begun.").since(slot.start());
      case "SlotMustNotBeInAClosure" -> closed(rule, slot);
      case "SlotMustBeOnTheTimetable" -> offTimetable(rule, slot);
      case "SlotMustLeaveMinimumNotice" -> tooSoon(rule, slot);
      case "SlotMustBeWithinTheHorizon" -> tooFar(rule, slot);
      default -> Reason.of(rule, "The business does not offer this slot.");
    };
  }

  private Reason inactive(String rule) {
    var words =
        business.status() == BusinessStatus.CLOSED
            ? "The business has closed for good."
            : "The business takes no new bookings for now.";
    var end = memory.end();
    return Reason.of(rule, words).since(end.at()).behind(end);
  }

  private Reason withoutResource(String rule, ResourceId id) {
    if (!business.resources().containsKey(id)) {
      return Reason.of(rule, "The business has no such resource.");
    }
    var retirement = memory.retirement(id);
    return Reason.of(rule, "The resource is retired and offers no new slots.")
        .since(retirement.at())
        .behind(retirement);
  }

  private Reason closed(String rule, SlotId slot) {
    var closure =
        business.closures().values().stream()
            .filter(each -> touches(each, slot))
            .findFirst()
            .orElseThrow();
    var who = closure.resourceId() == null ? "business" : "resource";
    var words =
        "The %s is closed from %s to %s."
            .formatted(who, Wording.of(closure.from()), Wording.of(closure.to()));
    return Reason.of(rule, words)
        .since(closure.from().atZone(zone).toInstant())
        // A local time that exists twice is closed both times.
        .until(closure.to().atZone(zone).withLaterOffsetAtOverlap().toInstant())
        .behind(memory.addition(closure.closureId()));
  }

  private boolean touches(Closure closure, SlotId slot) {
    var alone =
        new Timetable(
            timetable.businessId(),
            zone,
            timetable.slotLength(),
            timetable.weekly(),
            timetable.special(),
            List.of(closure),
            timetable.resources());
    return alone.at(slot.resourceId(), slot.start()).isEmpty();
  }

  /** Within its hours, a business has no slot at a moment because of how long slots are. */
  private Reason offTimetable(String rule, SlotId slot) {
    var local = LocalDateTime.ofInstant(slot.start(), zone);
    var hours = memory.hoursOn(local.toLocalDate());
    if (!isOpen(local)) {
      var words = "The business is not open on %s.".formatted(Wording.of(local));
      return Reason.of(rule, words).behind(hours);
    }
    var length = Wording.of(timetable.slotLength());
    var words = "No slot of %s starts on %s.".formatted(length, Wording.of(local));
    var policy = memory.policy();
    return Reason.of(rule, words).behind(policy.version() > hours.version() ? policy : hours);
  }

  private boolean isOpen(LocalDateTime local) {
    int minute = local.toLocalTime().toSecondOfDay() / 60;
    return hoursOn(local.toLocalDate()).stream()
        .anyMatch(range -> range.fromMinute() <= minute && minute < range.toMinute());
  }

  private List<OpeningRange> hoursOn(LocalDate date) {
    return timetable.special().getOrDefault(date, timetable.weekly().on(date.getDayOfWeek()));
  }

  private Reason tooSoon(String rule, SlotId slot) {
    var notice = Wording.of(business.policy().minimumNotice());
    return Reason.of(rule, "Bookings are taken until %s before the start.".formatted(notice))
        .since(lastMoment(slot))
        .behind(memory.policy());
  }

  private Reason tooFar(String rule, SlotId slot) {
    int days = business.policy().horizonDays();
    var first = timetable.localDate(slot.start()).minusDays(days);
    var words = "Bookings are taken %d days ahead: from %s on.".formatted(days, first);
    return Reason.of(rule, words)
        .until(first.atStartOfDay(zone).toInstant())
        .behind(memory.policy());
  }

  private Instant lastMoment(SlotId slot) {
    return slot.start().minus(business.policy().minimumNotice());
  }
}
