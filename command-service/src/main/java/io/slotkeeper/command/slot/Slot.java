package io.slotkeeper.command.slot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.ReleaseReason;
import io.slotkeeper.api.slot.SlotCommand.BookSlot;
import io.slotkeeper.api.slot.SlotCommand.ReleaseSlot;
import io.slotkeeper.api.slot.SlotCommand.ReserveSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.api.slot.SlotStatus;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Decides for one slot. A reservation whose time has passed counts as gone. */
@AggregateRoot(type = "Slot")
class Slot {

  @AggregateIdentifier @Nullable String slotId;
  private SlotStatus status = SlotStatus.AVAILABLE;
  private @Nullable String bookingId;
  private @Nullable Instant until;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReserveSlot command, Clock clock) {
    makeFree(command.slotId(), clock.instant());
    var id = command.slotId();
    apply(
        new SlotReserved(
            id.toString(),
            id.businessId().value(),
            id.resourceId().value(),
            id.start(),
            command.end(),
            command.bookingId().value(),
            command.until()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BookSlot command, Clock clock) {
    var now = statusAt(clock.instant());
    if (now != SlotStatus.RESERVED) {
      throw Refused.illegalTransition("OnlyReservedSlotCanBeBooked", now, "BookSlot");
    }
    requireHeldBy(command.bookingId(), now, "BookSlot");
    apply(new SlotBooked(command.slotId().toString(), command.bookingId().value()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReleaseSlot command, Clock clock) {
    boolean lapsed = hasLapsed(clock.instant());
    boolean expires = command.reason() == ReleaseReason.EXPIRED;
    var now = expires ? status : statusAt(clock.instant());
    if (now != SlotStatus.RESERVED && now != SlotStatus.BOOKED) {
      throw Refused.illegalTransition("OnlyHeldSlotCanBeReleased", now, "ReleaseSlot");
    }
    requireHeldBy(command.bookingId(), now, "ReleaseSlot");
    if (expires && !lapsed) {
      throw Refused.illegalTransition("ReservationMustHaveLapsed", now, "ReleaseSlot");
    }
    applyReleased(command.slotId(), command.bookingId().value(), command.reason());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BlockOfferedSlot command, Clock clock) {
    if (status == SlotStatus.BLOCKED) {
      throw Refused.illegalTransition("OnlyFreeSlotCanBeBlocked", status, "BlockSlot");
    }
    makeFree(command.slotId(), clock.instant());
    var id = command.slotId();
    apply(
        new SlotBlocked(
            id.toString(),
            id.businessId().value(),
            id.resourceId().value(),
            id.start(),
            command.end()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(UnblockSlot command, Clock clock) {
    if (status != SlotStatus.BLOCKED) {
      throw Refused.illegalTransition(
          "OnlyBlockedSlotCanBeUnblocked", statusAt(clock.instant()), "UnblockSlot");
    }
    apply(new SlotUnblocked(command.slotId().toString()));
  }

  @EventSourcingHandler
  void on(SlotEvent event) {
    slotId = event.slotId();
    switch (event) {
      case SlotReserved e -> become(SlotStatus.RESERVED, e.bookingId(), e.until());
      case SlotBooked e -> become(SlotStatus.BOOKED, e.bookingId(), null);
      case SlotReleased e -> become(SlotStatus.AVAILABLE, null, null);
      case SlotBlocked e -> become(SlotStatus.BLOCKED, null, null);
      case SlotUnblocked e -> become(SlotStatus.AVAILABLE, null, null);
    }
  }

  private void become(SlotStatus status, @Nullable String bookingId, @Nullable Instant until) {
    this.status = status;
    this.bookingId = bookingId;
    this.until = until;
  }

  private void makeFree(SlotId id, Instant now) {
    if (statusAt(now) != SlotStatus.AVAILABLE) {
      throw Refused.slotTaken(id);
    }
    if (bookingId != null) {
      applyReleased(id, bookingId, ReleaseReason.EXPIRED);
    }
  }

  private SlotStatus statusAt(Instant now) {
    return hasLapsed(now) ? SlotStatus.AVAILABLE : status;
  }

  private boolean hasLapsed(Instant now) {
    return until != null && !until.isAfter(now);
  }

  private void requireHeldBy(BookingId asking, SlotStatus now, String command) {
    if (!asking.value().equals(bookingId)) {
      throw Refused.illegalTransition("SlotIsHeldByAnotherBooking", now, command);
    }
  }

  private static void applyReleased(SlotId id, String bookingId, ReleaseReason reason) {
    apply(new SlotReleased(id.toString(), bookingId, reason.name()));
  }
}
