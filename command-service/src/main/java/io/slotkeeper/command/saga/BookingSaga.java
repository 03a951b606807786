package io.slotkeeper.command.saga;

import static io.slotkeeper.api.notification.NotificationKind.APPROVAL_REQUEST;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_CANCELLED;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_CANCELLED_BY_CUSTOMER;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_CONFIRMED;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_EXPIRED;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_REJECTED;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_RESCHEDULED;
import static io.slotkeeper.api.notification.NotificationKind.REMINDER;
import static io.slotkeeper.api.notification.NotificationKind.REQUEST_RECEIVED;
import static io.slotkeeper.api.notification.Recipient.CUSTOMER;
import static io.slotkeeper.api.notification.Recipient.OWNER;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.Refused.Code;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Follows one booking: ends its approval window, reminds, and has both sides told. It does no I/O
 * itself and holds nothing personal. What it asks for may be asked for again after a crash, so each
 * notification is named by the event that it follows from. Longer than other files because Axon
 * wants a method for each event.
 */
@Saga
@ProcessingGroup(BookingSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class BookingSaga {

  static final String GROUP = "booking-saga";
  static final String APPROVAL_DEADLINE = "approval-window";
  static final String REMINDER_DEADLINE = "reminder";

  private static final String BOOKING = "bookingId";
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private String bookingId = "";
  private String slotId = "";
  private @Nullable ApprovalDue approval;
  private @Nullable String approvalSchedule;
  private List<String> reminderOffsets = List.of();
  private List<String> reminderSchedules = List.of();

  /** Made by Axon, by reflection. */
  public BookingSaga() {}

  @StartSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingRequested event,
      @SequenceNumber long version,
      SagaCommands commands,
      DeadlineManager deadlines) {
    bookingId = event.bookingId();
    slotId = event.slotId();
    reminderOffsets = event.reminders() == null ? List.of() : event.reminders();
    // One that is approved at once is confirmed by the event that comes next.
    if (!Approval.AUTOMATIC.name().equals(event.approval())) {
      askOwner(event.until(), version, commands, deadlines);
    }
  }

  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingConfirmed event,
      @SequenceNumber long version,
      SagaCommands commands,
      DeadlineManager deadlines,
      Clock clock) {
    dropApproval(deadlines);
    tell(commands, notices(version).about(BOOKING_CONFIRMED, CUSTOMER, null, null, start()));
    setReminders(deadlines, clock);
  }

  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingRescheduled event,
      @SequenceNumber long version,
      SagaCommands commands,
      DeadlineManager deadlines,
      Clock clock) {
    dropAll(deadlines);
    slotId = event.slotId();
    if (BookingStatus.PENDING.name().equals(event.status()) && event.until() != null) {
      askOwner(event.until(), version, commands, deadlines);
      return;
    }
    tell(
        commands,
        notices(version)
            .about(BOOKING_RESCHEDULED, CUSTOMER, null, null, start())
            .about(BOOKING_RESCHEDULED, OWNER, null, null, start()));
    setReminders(deadlines, clock);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingRejected event,
      @SequenceNumber long version,
      @Timestamp Instant at,
      SagaCommands commands,
      DeadlineManager deadlines) {
    dropAll(deadlines);
    tell(
        commands,
        notices(version).about(BOOKING_REJECTED, CUSTOMER, null, event.reason(), useful(at)));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingExpired event,
      @SequenceNumber long version,
      @Timestamp Instant at,
      SagaCommands commands,
      DeadlineManager deadlines) {
    dropAll(deadlines);
    tell(commands, notices(version).about(BOOKING_EXPIRED, CUSTOMER, null, null, useful(at)));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(
      BookingCancelled event,
      @SequenceNumber long version,
      @Timestamp Instant at,
      SagaCommands commands,
      DeadlineManager deadlines) {
    dropAll(deadlines);
    var notices = notices(version);
    tell(
        commands,
        Actor.CUSTOMER.name().equals(event.by())
            ? notices.about(BOOKING_CANCELLED_BY_CUSTOMER, OWNER, null, event.reason(), useful(at))
            : notices.about(BOOKING_CANCELLED, CUSTOMER, null, event.reason(), useful(at)));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(BookingCompleted event, DeadlineManager deadlines) {
    dropAll(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = BOOKING)
  void on(BookingMarkedNoShow event, DeadlineManager deadlines) {
    dropAll(deadlines);
  }

  @DeadlineHandler(deadlineName = APPROVAL_DEADLINE)
  void approvalWindowEnds(ApprovalDue due, SagaCommands commands, DeadlineManager deadlines) {
    if (!due.equals(approval)) {
      return;
    }
    try {
      commands.send(new ExpireBooking(booking()));
      approval = null;
      approvalSchedule = null;
    } catch (Refused refused) {
      if (refused.code() != Code.ILLEGAL_TRANSITION) {
        throw refused;
      }
      // Its window is open: the clock was set back, or the booking was confirmed and moved, and the
      // events that say so, which drop this deadline, are on their way.
      approvalSchedule = deadlines.schedule(ASK_AGAIN, APPROVAL_DEADLINE, due);
    }
  }

  @DeadlineHandler(deadlineName = REMINDER_DEADLINE)
  void remind(ReminderDue due, SagaCommands commands, Clock clock) {
    if (slotId.equals(due.slotId()) && !due.isLate(clock.instant())) {
      tell(
          commands,
          new Notices(booking(), slot(), due.offset())
              .about(REMINDER, CUSTOMER, null, null, start()));
    }
  }

  private void askOwner(
      Instant until, long version, SagaCommands commands, DeadlineManager deadlines) {
    tell(
        commands,
        notices(version)
            .about(APPROVAL_REQUEST, OWNER, until, null, until)
            .about(REQUEST_RECEIVED, CUSTOMER, until, null, until));
    approval = new ApprovalDue(slotId, until);
    approvalSchedule = deadlines.schedule(until, APPROVAL_DEADLINE, approval);
  }

  private void setReminders(DeadlineManager deadlines, Clock clock) {
    var now = clock.instant();
    var schedules = new ArrayList<String>();
    for (var offset : reminderOffsets) {
      var at = start().minus(Duration.parse(offset));
      // One whose time has passed is not sent late.
      if (at.isAfter(now)) {
        schedules.add(
            deadlines.schedule(at, REMINDER_DEADLINE, new ReminderDue(slotId, offset, at)));
      }
    }
    reminderSchedules = schedules;
  }

  private void dropAll(DeadlineManager deadlines) {
    dropApproval(deadlines);
    reminderSchedules.forEach(id -> deadlines.cancelSchedule(REMINDER_DEADLINE, id));
    reminderSchedules = List.of();
  }

  private void dropApproval(DeadlineManager deadlines) {
    if (approvalSchedule != null) {
      deadlines.cancelSchedule(APPROVAL_DEADLINE, approvalSchedule);
      approval = null;
      approvalSchedule = null;
    }
  }

  private static void tell(SagaCommands commands, Notices notices) {
    commands.send(notices.asCommand());
  }

  private Notices notices(long version) {
    return new Notices(booking(), slot(), Long.toString(version));
  }

  /** To hear of an end is of use for a while, even where the slot has begun. */
  private Instant useful(Instant at) {
    var least = at.plus(Duration.ofHours(1));
    return least.isAfter(start()) ? least : start();
  }

  private BookingId booking() {
    return new BookingId(bookingId);
  }

  private SlotId slot() {
    return SlotId.parse(slotId);
  }

  private Instant start() {
    return slot().start();
  }
}
