package io.slotkeeper.command.booking;

import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.booking.BookingStep.CallOffBooking;
import io.slotkeeper.command.booking.BookingStep.DeclineBooking;
import io.slotkeeper.command.booking.BookingStep.MoveBooking;
import io.slotkeeper.command.booking.BookingStep.OpenBooking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one booking. A request whose approval window has passed counts as expired. Repeating
 * the command that led to a state changes nothing. Longer than other files because Axon wants a
 * method for each command.
 */
@AggregateRoot(type = "Booking")
class Booking {

  @AggregateIdentifier private @Nullable String bookingId;
  private String businessId = "";
  private String slotId = "";
  private String customerId = "";
  private BookingStatus status = PENDING;
  private Instant start = Instant.MIN;
  private Instant end = Instant.MIN;
  private @Nullable Instant until;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void handle(OpenBooking command) {
    var slot = command.slot();
    apply(
        new BookingRequested(
            command.bookingId().value(),
            slot.slotId().businessId().value(),
            slot.slotId().resourceId().value(),
            slot.slotId().toString(),
            slot.start(),
            slot.end(),
            command.until(),
            command.customerId().value(),
            command.name(),
            command.phone(),
            command.note(),
            command.consent().at(),
            command.consent().words(),
            command.approval().name(),
            command.reminders().stream().map(Duration::toString).toList()));
    if (command.approval() == Approval.AUTOMATIC) {
      apply(new BookingConfirmed(command.bookingId().value(), businessId));
    }
  }

  @CommandHandler
  void handle(ConfirmBooking command, Clock clock) {
    var now = statusAt(clock.instant());
    switch (now) {
      case PENDING -> apply(new BookingConfirmed(id(), businessId));
      case CONFIRMED -> {}
      case REJECTED, EXPIRED, CANCELLED, COMPLETED, NO_SHOW ->
          throw refused("OnlyPendingBookingCanBeConfirmed", now, "ConfirmBooking");
    }
  }

  @CommandHandler
  void handle(DeclineBooking command, Clock clock) {
    var now = statusAt(clock.instant());
    switch (now) {
      case PENDING -> apply(new BookingRejected(id(), businessId, command.reason()));
      case REJECTED -> {}
      case CONFIRMED, EXPIRED, CANCELLED, COMPLETED, NO_SHOW ->
          throw refused("OnlyPendingBookingCanBeRejected", now, "RejectBooking");
    }
  }

  @CommandHandler
  void handle(ExpireBooking command, Clock clock) {
    switch (status) {
      case PENDING -> {
        if (statusAt(clock.instant()) == PENDING) {
          throw refused("ApprovalWindowMustHavePassed", PENDING, "ExpireBooking");
        }
        apply(new BookingExpired(id(), businessId));
      }
      // A timer that fires after the booking was decided is nobody's mistake.
      case CONFIRMED, REJECTED, EXPIRED, CANCELLED, COMPLETED, NO_SHOW -> {}
    }
  }

  @CommandHandler
  void handle(CallOffBooking command, Clock clock) {
    var now = statusAt(clock.instant());
    switch (now) {
      case PENDING, CONFIRMED -> {
        requireInTime(command.by(), "Cancel", command.cutOff(), clock);
        apply(new BookingCancelled(id(), businessId, command.by().name(), command.reason()));
      }
      case CANCELLED -> {}
      case REJECTED, EXPIRED, COMPLETED, NO_SHOW ->
          throw refused("OnlyLiveBookingCanBeCancelled", now, "CancelBooking");
    }
  }

  @CommandHandler
  void handle(MoveBooking command, Clock clock) {
    var now = statusAt(clock.instant());
    var to = command.to();
    if (now.isLive() && to.slotId().toString().equals(slotId)) {
      return;
    }
    if (now != CONFIRMED) {
      throw refused("OnlyConfirmedBookingCanBeRescheduled", now, "RescheduleBooking");
    }
    requireInTime(command.by(), "Reschedule", command.cutOff(), clock);
    apply(
        new BookingRescheduled(
            id(),
            businessId,
            slotId,
            to.slotId().toString(),
            to.slotId().resourceId().value(),
            to.start(),
            to.end(),
            (command.until() == null ? CONFIRMED : PENDING).name(),
            command.until(),
            command.by().name()));
  }

  @CommandHandler
  void handle(CompleteBooking command, Clock clock) {
    var now = statusAt(clock.instant());
    switch (now) {
      case CONFIRMED -> {
        requireBegun("CompleteBooking", clock);
        apply(new BookingCompleted(id(), businessId));
      }
      case COMPLETED -> {}
      case PENDING, REJECTED, EXPIRED, CANCELLED, NO_SHOW ->
          throw refused("OnlyConfirmedBookingCanBeCompleted", now, "CompleteBooking");
    }
  }

  @CommandHandler
  void handle(MarkNoShow command, Clock clock) {
    var now = statusAt(clock.instant());
    switch (now) {
      case CONFIRMED -> {
        requireBegun("MarkNoShow", clock);
        apply(new BookingMarkedNoShow(id(), businessId));
      }
      case NO_SHOW -> {}
      case PENDING, REJECTED, EXPIRED, CANCELLED, COMPLETED ->
          throw refused("OnlyConfirmedBookingCanBeMarkedNoShow", now, "MarkNoShow");
    }
  }

  @EventSourcingHandler
  void on(BookingEvent event) {
    bookingId = event.bookingId();
    businessId = event.businessId();
    switch (event) {
      case BookingRequested e -> {
        customerId = e.customerId();
        hold(PENDING, e.slotId(), e.start(), e.end(), e.until());
      }
      case BookingRescheduled e ->
          hold(BookingStatus.valueOf(e.status()), e.slotId(), e.start(), e.end(), e.until());
      case BookingConfirmed e -> status = CONFIRMED;
      case BookingRejected e -> status = BookingStatus.REJECTED;
      case BookingExpired e -> status = EXPIRED;
      case BookingCancelled e -> status = BookingStatus.CANCELLED;
      case BookingCompleted e -> status = BookingStatus.COMPLETED;
      case BookingMarkedNoShow e -> status = BookingStatus.NO_SHOW;
    }
  }

  BookingReceipt receipt(long version) {
    return new BookingReceipt(
        new BookingId(id()), status, SlotId.parse(slotId), start, end, version);
  }

  CustomerId customerId() {
    return new CustomerId(customerId);
  }

  private void hold(
      BookingStatus status, String slotId, Instant start, Instant end, @Nullable Instant until) {
    this.status = status;
    this.slotId = slotId;
    this.start = start;
    this.end = end;
    this.until = until;
  }

  private String id() {
    return String.valueOf(bookingId);
  }

  private BookingStatus statusAt(Instant now) {
    boolean lapsed = status == PENDING && until != null && !until.isAfter(now);
    return lapsed ? EXPIRED : status;
  }

  private void requireInTime(Actor by, String command, Duration cutOff, Clock clock) {
    if (!clock.instant().isBefore(start.minus(cutOff))) {
      throw Refused.tooLate(
          switch (by) {
            case CUSTOMER -> "CustomerMust%sBeforeTheCutOff".formatted(command);
            case BUSINESS -> "BusinessMust%sBeforeTheStart".formatted(command);
          });
    }
  }

  private void requireBegun(String command, Clock clock) {
    if (clock.instant().isBefore(start)) {
      throw refused("BookingMustHaveBegun", status, command);
    }
  }

  private static Refused refused(String rule, BookingStatus from, String command) {
    return Refused.illegalTransition(rule, from, command);
  }
}
