package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
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
import io.slotkeeper.api.booking.ConsentWords;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.slot.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One booking from its request to its end, and what is told of it. */
final class BookingStory {
  private static final String TYPE = "Booking";
  private static final String CANCEL = "http:POST /api/bookings/{bookingId}/cancel";
  private static final String RESCHEDULE = "http:POST /api/bookings/{bookingId}/reschedule";

  private final World world;
  private final Journal journal;
  private final Registry registry;
  private final GeneratedBusiness business;
  private final Tidings tidings;
  private final String id;
  private SlotLife slot;
  private boolean isPending;
  private boolean hasMoved;
  private long version = -1;

  /** Requests one. */
  BookingStory(
      World world,
      Journal journal,
      Registry registry,
      GeneratedBusiness business,
      SlotLife slot,
      Guest guest) {
    this.world = world;
    this.journal = journal;
    this.registry = registry;
    this.business = business;
    this.slot = slot;
    var bookingId = world.ids().newBookingId();
    this.id = bookingId.value();
    var asked = journal.asked("anyone", "http:POST /api/bookings");
    var key = registry.add(business.id(), guest.phone());
    var name = key.seal(guest.name());
    var phone = key.seal(guest.phone().value());
    this.tidings = new Tidings(world, journal, business, bookingId, key.customerId(), name, phone);
    var until = until();
    take(until, asked);
    if (business.isAutomatic()) {
      slot.book(id, asked);
    }
    var requested =
        append(
            new BookingRequested(
                id,
                business.id().value(),
                slot.id().resourceId().value(),
                slot.id().toString(),
                slot.slot().start(),
                slot.slot().end(),
                until,
                key.customerId().value(),
                name,
                phone,
                world.chance().of(0.15) ? key.seal("Please call when you are ready") : null,
                world.now(),
                ConsentWords.in(Locale.forLanguageTag(business.state().locale())),
                business.state().policy().approval().name(),
                business.state().policy().reminders().stream().map(Duration::toString).toList()),
            asked);
    if (business.isAutomatic()) {
      confirmed(asked);
    } else {
      awaitOwner(requested, until, asked);
    }
  }

  BookingId bookingId() {
    return new BookingId(id);
  }

  private Instant until() {
    var window = world.now().plus(business.state().policy().approvalWindow());
    return window.isBefore(slot.slot().start()) ? window : slot.slot().start();
  }

  private void take(Instant until, Asked asked) {
    slot.reserve(id, until, asked);
  }

  private void awaitOwner(String event, Instant until, Asked asked) {
    isPending = true;
    tidings.toOwner(NotificationKind.APPROVAL_REQUEST, slot, version, event, until, until, asked);
    tidings.toCustomer(
        NotificationKind.REQUEST_RECEIVED, slot, version, event, until, until, asked);
    var thinking = Duration.between(world.now(), until).dividedBy(2);
    if (thinking.toMillis() < 2 || world.chance().of(0.06)) {
      world.at(until, () -> expire(asked));
    } else {
      world.at(
          world.now().plus(world.chance().between(Duration.ofMillis(1), thinking)),
          world.chance().of(0.06) ? this::reject : this::confirm);
    }
  }

  private void confirm() {
    var asked = journal.asked(owner(), "http:POST /api/bookings/{bookingId}/confirm");
    confirmed(asked);
    slot.book(id, asked);
  }

  private void confirmed(Asked asked) {
    isPending = false;
    var event = append(new BookingConfirmed(id, business.id().value()), asked);
    tidings.toCustomer(
        NotificationKind.BOOKING_CONFIRMED, slot, version, event, null, start(), asked);
    goOn(asked);
  }

  private void goOn(Asked asked) {
    var held = slot;
    for (var offset : business.state().policy().reminders()) {
      var at = start().minus(offset);
      if (at.isAfter(world.now())) {
        world.at(at, () -> remind(held, offset, asked));
      }
    }
    var cutOff = start().minus(business.state().policy().cancellationCutOff());
    var left = Duration.between(world.now(), cutOff);
    if (left.compareTo(Duration.ofMinutes(1)) > 0) {
      var when = world.now().plus(world.chance().between(Duration.ofSeconds(30), left));
      if (world.chance().of(0.09)) {
        world.at(when, this::cancel);
        return;
      }
      if (!hasMoved && world.chance().of(0.06)) {
        world.at(when, this::move);
        return;
      }
    }
    world.at(slot.slot().end(), this::conclude);
  }

  private void remind(SlotLife held, Duration offset, Asked asked) {
    if (held == slot && id.equals(slot.holder()) && !isPending) {
      tidings.reminder(slot, offset, journal.due("reminder", asked));
    }
  }

  private void reject() {
    var asked = journal.asked(owner(), "http:POST /api/bookings/{bookingId}/reject");
    var event = append(new BookingRejected(id, business.id().value(), null), asked);
    free(ReleaseReason.REJECTED, asked);
    told(NotificationKind.BOOKING_REJECTED, event, asked);
  }

  private void expire(Asked before) {
    var asked = journal.due("approval-window", before);
    var event = append(new BookingExpired(id, business.id().value()), asked);
    free(ReleaseReason.EXPIRED, asked);
    told(NotificationKind.BOOKING_EXPIRED, event, asked);
  }

  private void cancel() {
    boolean byCustomer = world.chance().of(0.7);
    var by = byCustomer ? Actor.CUSTOMER : Actor.BUSINESS;
    var asked = journal.asked(actor(by), CANCEL);
    var event = append(new BookingCancelled(id, business.id().value(), by.name(), null), asked);
    free(ReleaseReason.CANCELLED, asked);
    if (byCustomer) {
      var useful = useful();
      tidings.toOwner(
          NotificationKind.BOOKING_CANCELLED_BY_CUSTOMER,
          slot,
          version,
          event,
          null,
          useful,
          asked);
    } else {
      told(NotificationKind.BOOKING_CANCELLED, event, asked);
    }
  }

  private void told(NotificationKind kind, String event, Asked asked) {
    tidings.toCustomer(kind, slot, version, event, null, useful(), asked);
  }

  private Instant useful() {
    var least = world.now().plus(Duration.ofHours(1));
    return least.isAfter(start()) ? least : start();
  }

  private void move() {
    hasMoved = true;
    var found = business.findFree();
    if (found.isEmpty()) {
      goOn(journal.asked(owner(), RESCHEDULE));
      return;
    }
    var by = world.chance().of(0.7) ? Actor.CUSTOMER : Actor.BUSINESS;
    var asked = journal.asked(actor(by), RESCHEDULE);
    boolean isFinal = by == Actor.BUSINESS || business.isAutomatic();
    var previous = slot;
    slot = found.get();
    var until = until();
    var event =
        append(
            new BookingRescheduled(
                id,
                business.id().value(),
                previous.id().toString(),
                slot.id().toString(),
                slot.id().resourceId().value(),
                slot.slot().start(),
                slot.slot().end(),
                (isFinal ? BookingStatus.CONFIRMED : BookingStatus.PENDING).name(),
                isFinal ? null : until,
                by.name()),
            asked);
    take(until, asked);
    if (isFinal) {
      slot.book(id, asked);
    }
    previous.release(id, ReleaseReason.RESCHEDULED, asked);
    if (isFinal) {
      var kind = NotificationKind.BOOKING_RESCHEDULED;
      tidings.toCustomer(kind, slot, version, event, null, start(), asked);
      tidings.toOwner(kind, slot, version, event, null, start(), asked);
      goOn(asked);
    } else {
      awaitOwner(event, until, asked);
    }
  }

  private void conclude() {
    double outcome = world.chance().below(100);
    if (outcome < 75) {
      var asked = journal.asked(owner(), "http:POST /api/bookings/{bookingId}/complete");
      append(new BookingCompleted(id, business.id().value()), asked);
    } else if (outcome < 80) {
      var asked = journal.asked(owner(), "http:POST /api/bookings/{bookingId}/no-show");
      append(new BookingMarkedNoShow(id, business.id().value()), asked);
    }
    registry.claim(slot);
    business.isOver(slot);
  }

  private void free(ReleaseReason reason, Asked asked) {
    slot.release(id, reason, asked);
  }

  private Instant start() {
    return slot.slot().start();
  }

  private String owner() {
    return actor(Actor.BUSINESS);
  }

  private String actor(Actor by) {
    return switch (by) {
      case CUSTOMER -> "customer:" + id;
      case BUSINESS -> "owner:" + business.id();
    };
  }

  private String append(BookingEvent event, Asked asked) {
    return journal.append(TYPE, id, ++version, event, asked);
  }
}
