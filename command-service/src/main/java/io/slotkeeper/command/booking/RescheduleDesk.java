package io.slotkeeper.command.booking;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.command.ExpectedVersion;
import io.slotkeeper.command.booking.BookingStep.MoveBooking;
import io.slotkeeper.command.business.Businesses;
import io.slotkeeper.command.slot.SlotTaking;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves bookings: takes the new slot and frees the old one in one transaction, or neither. */
@Component
class RescheduleDesk {

  private final Businesses businesses;
  private final SlotTaking slots;
  private final Bookings bookings;
  private final BookingLocks locks;
  private final BookingIndex index;
  private final Clock clock;

  RescheduleDesk(
      Businesses businesses,
      SlotTaking slots,
      Bookings bookings,
      BookingLocks locks,
      BookingIndex index,
      Clock clock) {
    this.businesses = businesses;
    this.slots = slots;
    this.bookings = bookings;
    this.locks = locks;
    this.index = index;
    this.clock = clock;
  }

  @CommandHandler
  BookingReceipt handle(
      RescheduleBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var previous = locks.slotOf(command.bookingId());
    var business = businesses.current(previous.businessId()).orElseThrow();
    return command.slotId().equals(previous)
        ? stay(command, business.policy(), expected)
        : move(command, previous, business, expected);
  }

  private BookingReceipt stay(
      RescheduleBooking command, BookingPolicy policy, @Nullable Long expected) {
    var bookingId = command.bookingId();
    var slotId = locks.lockWithSlot(bookingId, expected);
    var here = new OfferedSlot(slotId, bookings.receipt(bookingId).end());
    var cutOff = Terms.cutOff(policy, command.by());
    bookings.handle(bookingId, new MoveBooking(bookingId, command.by(), here, null, cutOff));
    return bookings.receipt(bookingId);
  }

  private BookingReceipt move(
      RescheduleBooking command, SlotId previous, BusinessState business, @Nullable Long expected) {
    var bookingId = command.bookingId();
    var by = command.by();
    var policy = business.policy();
    var now = clock.instant();
    boolean isFinal = by == Actor.BUSINESS || policy.approval() == Approval.AUTOMATIC;
    OfferedSlot slot;
    Instant until;
    try {
      slot = new SlotOffers(business, now).require(command.slotId());
      until = Terms.until(policy, now, slot);
      slots.claimInstead(previous, slot, bookingId, isFinal ? null : until);
    } catch (Refused refusal) {
      // Where the index is old, another node has moved it, perhaps to where it is to go.
      locks.requireUnmoved(previous, bookingId);
      throw refusal;
    }
    locks.requireStillOn(previous, bookingId, expected);
    var step =
        new MoveBooking(bookingId, by, slot, isFinal ? null : until, Terms.cutOff(policy, by));
    bookings.handle(bookingId, step);
    slots.move(previous, slot, bookingId, until, isFinal);

    CurrentUnitOfWork.get().afterCommit(done -> index.forget(bookingId));
    return bookings.receipt(bookingId);
  }
}
