package io.slotkeeper.command.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.command.AggregateCalls;
import io.slotkeeper.command.booking.BookingStep.OpenBooking;
import io.slotkeeper.command.slot.SlotHolders;
import java.util.Collection;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** The bookings, each locked from its first use to the end of the unit of work. */
@Component
class Bookings implements SlotHolders {

  private final Repository<Booking> repository;

  Bookings(Repository<Booking> repository) {
    this.repository = repository;
  }

  @Override
  public void lock(Collection<BookingId> bookingIds) {
    bookingIds.stream().map(BookingId::value).distinct().sorted().forEach(repository::load);
  }

  @Override
  public void expire(BookingId bookingId) {
    handle(bookingId, new ExpireBooking(bookingId));
  }

  /** Begins a booking. */
  BookingReceipt open(OpenBooking command) {
    try {
      repository.newInstance(Booking::new, booking -> AggregateCalls.handle(booking, command));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A new booking threw a checked exception", e);
    }
    return receipt(command.bookingId());
  }

  /** Passes a command on to its booking; whether that changed anything. */
  boolean handle(BookingId bookingId, Object command) {
    var booking = repository.load(bookingId.value());
    Long before = booking.version();
    AggregateCalls.handle(booking, command);
    return !Objects.equals(before, booking.version());
  }

  /** Whose booking it is. */
  CustomerId customerOf(BookingId bookingId) {
    return repository.load(bookingId.value()).invoke(Booking::customerId);
  }

  /** What a booking is now. */
  BookingReceipt receipt(BookingId bookingId) {
    Aggregate<Booking> booking = repository.load(bookingId.value());
    long version = booking.version();
    return booking.invoke(root -> root.receipt(version));
  }
}
