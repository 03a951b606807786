package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.ReleaseReason;
import io.slotkeeper.api.slot.SlotCommand.BookSlot;
import io.slotkeeper.api.slot.SlotCommand.ReleaseSlot;
import io.slotkeeper.api.slot.SlotCommand.ReserveSlot;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes and frees slots, the claim on their time included. A claim is inserted before any lock of
 * Axon's is taken, so that whoever waits for it in the database holds no lock.
 */
@Component
public class SlotTaking {

  private final Slots slots;
  private final SlotClaims claims;
  private final SlotHolders holders;
  private final Clock clock;

  SlotTaking(Slots slots, SlotClaims claims, SlotHolders holders, Clock clock) {
    this.slots = slots;
    this.claims = claims;
    this.holders = holders;
    this.clock = clock;
  }

  /**
   * Holds a slot for a booking that has none.
   *
   * @param until when the hold lapses
   * @param isFinal whether the slot is booked at once
   */
  public void take(OfferedSlot slot, BookingId bookingId, Instant until, boolean isFinal) {
    claim(slot, bookingId, isFinal ? null : until, null, () -> {});
    hold(slot, bookingId, until, isFinal);
  }

  /**
   * Holds a slot for a booking that holds another, and locks both and the booking.
   *
   * @param until when the hold lapses; absent where the slot is booked at once
   */
  public void claimInstead(
      SlotId previous, OfferedSlot slot, BookingId bookingId, @Nullable Instant until) {
    claim(slot, bookingId, until, previous, () -> {});
  }

  /** Moves a booking between two slots that {@link #claimInstead} has claimed and locked. */
  public void move(
      SlotId previous, OfferedSlot slot, BookingId bookingId, Instant until, boolean isFinal) {
    hold(slot, bookingId, until, isFinal);
    free(previous, bookingId, ReleaseReason.RESCHEDULED);
  }

  /** Locks the slot of a booking, and then the booking. */
  public void lock(SlotId slotId, BookingId bookingId) {
    slots.lock(List.of(slotId));
    holders.lock(List.of(bookingId));
  }

  /** Makes a hold final. */
  public void book(SlotId slotId, BookingId bookingId) {
    follow(slotId, new BookSlot(slotId, bookingId));
    claims.keep(slotId);
  }

  /** Frees the slot from the booking that holds it. */
  public void free(SlotId slotId, BookingId bookingId, ReleaseReason reason) {
    follow(slotId, new ReleaseSlot(slotId, bookingId, reason));
    claims.release(slotId);
  }

  /** Lets a slot follow a booking, which has been read after it and has decided already. */
  private void follow(SlotId slotId, Object command) {
    try {
      slots.handle(slotId, command);
    } catch (Refused refusal) {
      // Another node has moved the booking back here since the slot was read, or its time has
      // lapsed since the booking decided. Whoever looks at both anew sees which.
      throw new ConcurrencyException("A slot did not agree with its booking", refusal);
    }
  }

  /**
   * Claims time for the owner, who lets nobody book it.
   *
   * @param check what must hold of the slot, once it is locked and before anything happens to it
   */
  void claimForOwner(OfferedSlot slot, Runnable check) {
    claim(slot, null, null, null, check);
  }

  private void hold(OfferedSlot slot, BookingId bookingId, Instant until, boolean isFinal) {
    var slotId = slot.slotId();
    slots.handle(slotId, new ReserveSlot(slotId, slot.end(), bookingId, until));
    if (isFinal) {
      slots.handle(slotId, new BookSlot(slotId, bookingId));
    }
  }

  private void claim(
      OfferedSlot slot,
      @Nullable BookingId holder,
      @Nullable Instant until,
      @Nullable SlotId previous,
      Runnable check) {
    var attempt = claims.claim(slot, holder, until);
    if (attempt.isHeld()) {
      lock(slot.slotId(), previous, holder, List.of());
      check.run();
      return;
    }
    var now = clock.instant();
    var inTheWay = attempt.inTheWay();
    for (var claim : inTheWay) {
      if (!claim.hasLapsed(now) && !claim.isHeldBy(holder)) {
        throw refusal(slot.slotId(), holder, claim);
      }
    }
    lock(slot.slotId(), previous, holder, inTheWay);
    check.run();
    inTheWay.forEach(claim -> clear(claim, holder));
    if (inTheWay.isEmpty() || !claims.claim(slot, holder, until).isHeld()) {
      throw new ConcurrencyException("What was in the way of a slot has changed meanwhile");
    }
  }

  private void lock(
      SlotId slotId,
      @Nullable SlotId previous,
      @Nullable BookingId holder,
      List<SlotClaim> inTheWay) {
    var slotIds = new ArrayList<SlotId>();
    slotIds.add(slotId);
    inTheWay.forEach(claim -> slotIds.add(claim.slotId()));
    if (previous != null) {
      slotIds.add(previous);
    }
    slots.lock(slotIds);
    var existing = previous == null ? Stream.<BookingId>empty() : Stream.ofNullable(holder);
    var lapsed = inTheWay.stream().map(SlotClaim::bookingId).filter(Objects::nonNull);
    holders.lock(Stream.concat(existing, lapsed).toList());
  }

  private void clear(SlotClaim claim, @Nullable BookingId holder) {
    // Before its slot is asked, so that one which was cleared meanwhile is a conflict, no refusal.
    if (!claims.release(claim)) {
      throw new ConcurrencyException("A claim that had lapsed was cleared meanwhile");
    }
    var bookingId = claim.bookingId();
    if (bookingId != null && !bookingId.equals(holder)) {
      var slotId = claim.slotId();
      slots.handle(slotId, new ReleaseSlot(slotId, bookingId, ReleaseReason.EXPIRED));
      holders.expire(bookingId);
    }
  }

  private static Refused refusal(SlotId asked, @Nullable BookingId holder, SlotClaim claim) {
    boolean isBlockedAlready =
        holder == null && claim.bookingId() == null && claim.slotId().equals(asked);
    return isBlockedAlready
        ? Refused.illegalTransition("OnlyFreeSlotCanBeBlocked", SlotStatus.BLOCKED, "BlockSlot")
        : Refused.slotTaken(asked);
  }
}
