package io.slotkeeper.command.slot;

import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.command.ExpectedVersion;
import io.slotkeeper.command.business.Businesses;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what an owner asks of a slot. */
@Component
class SlotDesk {

  private static final long UNTOUCHED = -1;

  private final Businesses businesses;
  private final SlotTaking taking;
  private final Slots slots;
  private final SlotClaims claims;
  private final Clock clock;

  SlotDesk(Businesses businesses, SlotTaking taking, Slots slots, SlotClaims claims, Clock clock) {
    this.businesses = businesses;
    this.taking = taking;
    this.slots = slots;
    this.claims = claims;
    this.clock = clock;
  }

  @CommandHandler
  long handle(BlockSlot command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var slotId = command.slotId();
    var business = businesses.current(slotId.businessId()).orElseThrow(Refused::notFound);
    var slot = new SlotOffers(business, clock.instant()).requireOnTimetable(slotId);
    // What has lapsed is released first, which makes a version that the caller cannot have seen.
    taking.claimForOwner(slot, () -> ExpectedVersion.require(expected, version(slotId)));
    slots.handle(slotId, new BlockOfferedSlot(slotId, slot.end()));
    return version(slotId);
  }

  @CommandHandler
  long handle(
      UnblockSlot command, @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
    var slotId = command.slotId();
    slots.lock(List.of(slotId));
    ExpectedVersion.require(expected, version(slotId));
    slots.handle(slotId, command);
    claims.release(slotId);
    return version(slotId);
  }

  private long version(SlotId slotId) {
    return Objects.requireNonNullElse(slots.version(slotId), UNTOUCHED);
  }
}
