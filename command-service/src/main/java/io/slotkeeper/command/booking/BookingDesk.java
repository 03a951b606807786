package io.slotkeeper.command.booking;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingCommand.RequestBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.booking.Consent;
import io.slotkeeper.api.booking.ConsentWords;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.slot.ReleaseReason;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.command.ExpectedVersion;
import io.slotkeeper.command.booking.BookingStep.CallOffBooking;
import io.slotkeeper.command.booking.BookingStep.DeclineBooking;
import io.slotkeeper.command.booking.BookingStep.OpenBooking;
import io.slotkeeper.command.business.Businesses;
import io.slotkeeper.command.privacy.Customers;
import io.slotkeeper.command.slot.SlotTaking;
import io.slotkeeper.platform.privacy.CustomerKeys;
import java.time.Clock;
import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what is asked of a booking, and changes it and its slot in one transaction. */
@Component
class BookingDesk {

  private final Businesses businesses;
  private final SlotTaking slots;
  private final Bookings bookings;
  private final BookingLocks locks;
  private final Customers customers;
  private final CustomerKeys keys;
  private final Clock clock;

  BookingDesk(
      Businesses businesses,
      SlotTaking slots,
      Bookings bookings,
      BookingLocks locks,
      Customers customers,
      CustomerKeys keys,
      Clock clock) {
    this.businesses = businesses;
    this.slots = slots;
    this.bookings = bookings;
    this.locks = locks;
    this.customers = customers;
    this.keys = keys;
    this.clock = clock;
  }

  @CommandHandler
  BookingReceipt handle(RequestBooking command) {
    var slotId = command.slotId();
    var business =
        businesses
            .current(slotId.businessId())
            .orElseThrow(() -> Refused.slotNotOffered("BusinessMustExist"));
    var now = clock.instant();
    var slot = new SlotOffers(business, now).require(slotId);
    var approval = business.policy().approval();
    var until = Terms.until(business.policy(), now, slot);
    slots.take(slot, command.bookingId(), until, approval == Approval.AUTOMATIC);
    var customer = command.customer();
    var locale = Locale.forLanguageTag(business.locale());
    // After the slot, so that whoever comes too late for it leaves nothing behind.
    var key = customers.add(slotId.businessId(), customer.phone());
    return bookings.open(
        new OpenBooking(
            command.bookingId(),
            slot,
            key.customerId(),
            key.seal(customer.name()),
            key.seal(customer.phone().value()),
            key.sealIfAny(command.note()),
            new Consent(command.consentedAt(), ConsentWords.in(locale)),
            approval,
            until,
            business.policy().reminders()));
  }

  @CommandHandler
  BookingReceipt handle(
      ConfirmBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var bookingId = command.bookingId();
    var slotId = locks.lockWithSlot(bookingId, expected);
    if (bookings.handle(bookingId, command)) {
      slots.book(slotId, bookingId);
    }
    return bookings.receipt(bookingId);
  }

  @CommandHandler
  BookingReceipt handle(
      RejectBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var bookingId = command.bookingId();
    var slotId = locks.lockWithSlot(bookingId, expected);
    var step = new DeclineBooking(bookingId, sealed(bookingId, command.reason()));
    return end(bookingId, slotId, step, ReleaseReason.REJECTED);
  }

  @CommandHandler
  BookingReceipt handle(
      ExpireBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var slotId = locks.lockWithSlot(command.bookingId(), expected);
    return end(command.bookingId(), slotId, command, ReleaseReason.EXPIRED);
  }

  @CommandHandler
  BookingReceipt handle(
      CancelBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var bookingId = command.bookingId();
    Actor by = command.by();
    var slotId = locks.lockWithSlot(bookingId, expected);
    var business = businesses.current(slotId.businessId()).orElseThrow();
    var cutOff = Terms.cutOff(business.policy(), by);
    var reason = sealed(bookingId, command.reason());
    var step = new CallOffBooking(bookingId, by, reason, cutOff);
    return end(bookingId, slotId, step, ReleaseReason.CANCELLED);
  }

  @CommandHandler
  BookingReceipt handle(
      CompleteBooking command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    locks.lock(command.bookingId(), expected);
    bookings.handle(command.bookingId(), command);
    return bookings.receipt(command.bookingId());
  }

  @CommandHandler
  BookingReceipt handle(
      MarkNoShow command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    locks.lock(command.bookingId(), expected);
    bookings.handle(command.bookingId(), command);
    return bookings.receipt(command.bookingId());
  }

  /** Nothing more is kept of somebody who was erased. */
  private @Nullable Sealed sealed(BookingId bookingId, @Nullable String reason) {
    return reason == null
        ? null
        : keys.hold(bookings.customerOf(bookingId)).map(held -> held.seal(reason)).orElse(null);
  }

  private BookingReceipt end(
      BookingId bookingId, SlotId slotId, Object command, ReleaseReason reason) {
    if (bookings.handle(bookingId, command)) {
      slots.free(slotId, bookingId, reason);
    }
    return bookings.receipt(bookingId);
  }
}
