package io.slotkeeper.faults.customers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The slots that one customer and nobody else asks for, as they must stand: told in the simplest
 * way, by what was acknowledged. Bookings wait for the owner's approval.
 */
final class Corner {

  private static final String TAKEN = "409 slot-taken";
  private static final String ILLEGAL = "409 illegal-transition";

  private final List<String> slots;
  private final Random random;
  private final List<Booked> bookings = new ArrayList<>();
  private final Set<String> blocked = new HashSet<>();

  Corner(List<String> slots, Random random) {
    this.slots = slots;
    this.random = random;
  }

  String anySlot() {
    return slots.get(random.nextInt(slots.size()));
  }

  /** Rather a recent one. */
  Optional<Booked> anyBooking() {
    return bookings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            bookings.get(Math.max(0, bookings.size() - 1 - random.nextInt(slots.size()))));
  }

  void keep(Booked booking) {
    bookings.removeIf(each -> each.id().equals(booking.id()));
    bookings.add(booking);
  }

  void keepBlocked(String slot, boolean isBlocked) {
    if (isBlocked) {
      blocked.add(slot);
    } else {
      blocked.remove(slot);
    }
  }

  private boolean isTaken(String slot) {
    return blocked.contains(slot)
        || bookings.stream().anyMatch(each -> each.isLive() && each.slot().equals(slot));
  }

  String book(String slot) {
    return isTaken(slot) ? TAKEN : "201 PENDING";
  }

  String confirm(Booked booking) {
    return booking.isLive() ? "200 CONFIRMED" : ILLEGAL;
  }

  String cancel(Booked booking) {
    return booking.isLive() || booking.status().equals("CANCELLED") ? "200 CANCELLED" : ILLEGAL;
  }

  String reschedule(Booked booking, String to) {
    if (booking.isLive() && to.equals(booking.slot())) {
      return "200 " + booking.status();
    }
    // Whoever has the slot that was once its own does not matter to one that is over.
    if (isTaken(to) && !to.equals(booking.slot())) {
      return TAKEN;
    }
    return booking.status().equals("CONFIRMED") ? "200 PENDING" : ILLEGAL;
  }

  String block(String slot) {
    if (blocked.contains(slot)) {
      return ILLEGAL;
    }
    return isTaken(slot) ? TAKEN : "200 ";
  }

  String unblock(String slot) {
    return blocked.contains(slot) ? "200 " : ILLEGAL;
  }
}
