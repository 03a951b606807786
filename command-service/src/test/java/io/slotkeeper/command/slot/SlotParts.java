package io.slotkeeper.command.slot;

import io.slotkeeper.command.SnapshotFreeRepository;
import io.slotkeeper.command.business.Businesses;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;

/**
 * What decides about slots, put together without Spring.
 *
 * @param taking for the desks of bookings
 * @param desk handles commands
 */
public record SlotParts(SlotTaking taking, Object desk) {

  /** Claims that outlive a node. */
  public static final class Claims {
    private final ListedClaims listed;

    /**
     * No claims.
     *
     * @param undo takes what undoes a change if its transaction fails
     */
    public Claims(Consumer<Runnable> undo) {
      this.listed = new ListedClaims(undo);
    }

    public void clear() {
      listed.clear();
    }

    /** What is held: the slot, its booking if it has one, and until when if it lapses. */
    public List<String> all() {
      return listed.all().stream()
          .map(
              claim ->
                  row(
                      claim.slotId(),
                      Objects.toString(claim.bookingId(), "blocked"),
                      Objects.toString(claim.until(), "for good")))
          .toList();
    }

    /** A claim as {@link #all} writes it. */
    public static String row(Object slotId, String holder, String until) {
      return "%s %s %s".formatted(slotId, holder, until);
    }
  }

  public static SlotParts of(
      Configuration axon,
      LockFactory locks,
      Claims claims,
      SlotHolders holders,
      Businesses businesses,
      Clock clock) {
    var slots = new Slots(new SnapshotFreeRepository<>(Slot.class, axon, locks));
    var taking = new SlotTaking(slots, claims.listed, holders, clock);
    return new SlotParts(taking, new SlotDesk(businesses, taking, slots, claims.listed, clock));
  }
}
