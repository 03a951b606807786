package io.slotkeeper.command.booking;

import static io.slotkeeper.command.booking.BookingHistories.MOVED_TO;
import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.CUT_OFF;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.sealed;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.command.booking.BookingHistories.Given;
import io.slotkeeper.command.booking.BookingStep.CallOffBooking;
import io.slotkeeper.command.booking.BookingStep.DeclineBooking;
import io.slotkeeper.command.booking.BookingStep.MoveBooking;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of a booking, and every command in it, before its start and after. */
class BookingTransitionsTest {

  enum When {
    CONFIRM,
    REJECT,
    EXPIRE,
    CANCEL_BY_CUSTOMER,
    CANCEL_BY_BUSINESS,
    MOVE_BY_CUSTOMER,
    MOVE_BY_BUSINESS,
    STAY,
    COMPLETE,
    NO_SHOW
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PENDING   | CONFIRM            | BookingConfirmed
          PENDING   | REJECT             | BookingRejected
          PENDING   | EXPIRE             | illegal-transition ApprovalWindowMustHavePassed from PENDING
          PENDING   | CANCEL_BY_CUSTOMER | BookingCancelled
          PENDING   | CANCEL_BY_BUSINESS | BookingCancelled
          PENDING   | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from PENDING
          PENDING   | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from PENDING
          PENDING   | STAY               | nothing
          PENDING   | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from PENDING
          PENDING   | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from PENDING
          LAPSED    | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from EXPIRED
          LAPSED    | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from EXPIRED
          LAPSED    | EXPIRE             | BookingExpired
          LAPSED    | CANCEL_BY_CUSTOMER | illegal-transition OnlyLiveBookingCanBeCancelled from EXPIRED
          LAPSED    | CANCEL_BY_BUSINESS | illegal-transition OnlyLiveBookingCanBeCancelled from EXPIRED
          LAPSED    | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          LAPSED    | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          LAPSED    | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          LAPSED    | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from EXPIRED
          LAPSED    | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from EXPIRED
          CONFIRMED | CONFIRM            | nothing
          CONFIRMED | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from CONFIRMED
          CONFIRMED | EXPIRE             | nothing
          CONFIRMED | CANCEL_BY_CUSTOMER | BookingCancelled
          CONFIRMED | CANCEL_BY_BUSINESS | BookingCancelled
          CONFIRMED | MOVE_BY_CUSTOMER   | BookingRescheduled
          CONFIRMED | MOVE_BY_BUSINESS   | BookingRescheduled
          CONFIRMED | STAY               | nothing
          CONFIRMED | COMPLETE           | illegal-transition BookingMustHaveBegun from CONFIRMED
          CONFIRMED | NO_SHOW            | illegal-transition BookingMustHaveBegun from CONFIRMED
          BEGUN     | CONFIRM            | nothing
          BEGUN     | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from CONFIRMED
          BEGUN     | EXPIRE             | nothing
          BEGUN     | CANCEL_BY_CUSTOMER | too-late CustomerMustCancelBeforeTheCutOff
          BEGUN     | CANCEL_BY_BUSINESS | too-late BusinessMustCancelBeforeTheStart
          BEGUN     | MOVE_BY_CUSTOMER   | too-late CustomerMustRescheduleBeforeTheCutOff
          BEGUN     | MOVE_BY_BUSINESS   | too-late BusinessMustRescheduleBeforeTheStart
          BEGUN     | STAY               | nothing
          BEGUN     | COMPLETE           | BookingCompleted
          BEGUN     | NO_SHOW            | BookingMarkedNoShow
          REJECTED  | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from REJECTED
          REJECTED  | REJECT             | nothing
          REJECTED  | EXPIRE             | nothing
          REJECTED  | CANCEL_BY_CUSTOMER | illegal-transition OnlyLiveBookingCanBeCancelled from REJECTED
          REJECTED  | CANCEL_BY_BUSINESS | illegal-transition OnlyLiveBookingCanBeCancelled from REJECTED
          REJECTED  | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from REJECTED
          REJECTED  | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from REJECTED
          REJECTED  | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from REJECTED
          REJECTED  | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from REJECTED
          REJECTED  | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from REJECTED
          EXPIRED   | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from EXPIRED
          EXPIRED   | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from EXPIRED
          EXPIRED   | EXPIRE             | nothing
          EXPIRED   | CANCEL_BY_CUSTOMER | illegal-transition OnlyLiveBookingCanBeCancelled from EXPIRED
          EXPIRED   | CANCEL_BY_BUSINESS | illegal-transition OnlyLiveBookingCanBeCancelled from EXPIRED
          EXPIRED   | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          EXPIRED   | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          EXPIRED   | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from EXPIRED
          EXPIRED   | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from EXPIRED
          EXPIRED   | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from EXPIRED
          CANCELLED | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from CANCELLED
          CANCELLED | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from CANCELLED
          CANCELLED | EXPIRE             | nothing
          CANCELLED | CANCEL_BY_CUSTOMER | nothing
          CANCELLED | CANCEL_BY_BUSINESS | nothing
          CANCELLED | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from CANCELLED
          CANCELLED | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from CANCELLED
          CANCELLED | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from CANCELLED
          CANCELLED | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from CANCELLED
          CANCELLED | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from CANCELLED
          COMPLETED | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from COMPLETED
          COMPLETED | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from COMPLETED
          COMPLETED | EXPIRE             | nothing
          COMPLETED | CANCEL_BY_CUSTOMER | illegal-transition OnlyLiveBookingCanBeCancelled from COMPLETED
          COMPLETED | CANCEL_BY_BUSINESS | illegal-transition OnlyLiveBookingCanBeCancelled from COMPLETED
          COMPLETED | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from COMPLETED
          COMPLETED | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from COMPLETED
          COMPLETED | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from COMPLETED
          COMPLETED | COMPLETE           | nothing
          COMPLETED | NO_SHOW            | illegal-transition OnlyConfirmedBookingCanBeMarkedNoShow from COMPLETED
          NO_SHOW   | CONFIRM            | illegal-transition OnlyPendingBookingCanBeConfirmed from NO_SHOW
          NO_SHOW   | REJECT             | illegal-transition OnlyPendingBookingCanBeRejected from NO_SHOW
          NO_SHOW   | EXPIRE             | nothing
          NO_SHOW   | CANCEL_BY_CUSTOMER | illegal-transition OnlyLiveBookingCanBeCancelled from NO_SHOW
          NO_SHOW   | CANCEL_BY_BUSINESS | illegal-transition OnlyLiveBookingCanBeCancelled from NO_SHOW
          NO_SHOW   | MOVE_BY_CUSTOMER   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from NO_SHOW
          NO_SHOW   | MOVE_BY_BUSINESS   | illegal-transition OnlyConfirmedBookingCanBeRescheduled from NO_SHOW
          NO_SHOW   | STAY               | illegal-transition OnlyConfirmedBookingCanBeRescheduled from NO_SHOW
          NO_SHOW   | COMPLETE           | illegal-transition OnlyConfirmedBookingCanBeCompleted from NO_SHOW
          NO_SHOW   | NO_SHOW            | nothing
          """)
  void doesOrRefuses(Given given, When when, String outcome) {
    var result =
        new AggregateTestFixture<>(Booking.class)
            .registerInjectableResource(new SettableClock(given.now()))
            .given(BookingHistories.of(given))
            .when(command(when));
    if (outcome.equals("nothing")) {
      result.expectSuccessfulHandlerExecution().expectNoEvents();
    } else if (outcome.startsWith("Booking")) {
      result.expectSuccessfulHandlerExecution().expectEvents(List.of(event(when)).toArray());
    } else {
      result.expectException(refusedAs(outcome)).expectNoEvents();
    }
  }

  private static Object command(When when) {
    return switch (when) {
      case CONFIRM -> new ConfirmBooking(BOOKING);
      case REJECT -> new DeclineBooking(BOOKING, sealed("Full"));
      case EXPIRE -> new ExpireBooking(BOOKING);
      case CANCEL_BY_CUSTOMER ->
          new CallOffBooking(BOOKING, Actor.CUSTOMER, sealed("Ill"), CUT_OFF);
      case CANCEL_BY_BUSINESS ->
          new CallOffBooking(BOOKING, Actor.BUSINESS, sealed("Ill"), Duration.ZERO);
      case MOVE_BY_CUSTOMER ->
          new MoveBooking(BOOKING, Actor.CUSTOMER, MOVED_TO, untilOfMove(), CUT_OFF);
      case MOVE_BY_BUSINESS ->
          new MoveBooking(BOOKING, Actor.BUSINESS, MOVED_TO, null, Duration.ZERO);
      case STAY -> new MoveBooking(BOOKING, Actor.CUSTOMER, SLOT, untilOfMove(), CUT_OFF);
      case COMPLETE -> new CompleteBooking(BOOKING);
      case NO_SHOW -> new MarkNoShow(BOOKING);
    };
  }

  private static Object event(When when) {
    return switch (when) {
      case CONFIRM -> BookingHistories.confirmed();
      case REJECT -> BookingHistories.rejected();
      case EXPIRE -> BookingHistories.expired();
      case CANCEL_BY_CUSTOMER -> BookingHistories.cancelled("CUSTOMER");
      case CANCEL_BY_BUSINESS -> BookingHistories.cancelled("BUSINESS");
      case MOVE_BY_CUSTOMER -> BookingHistories.rescheduled("PENDING", untilOfMove(), "CUSTOMER");
      case MOVE_BY_BUSINESS -> BookingHistories.rescheduled("CONFIRMED", null, "BUSINESS");
      case STAY -> throw new IllegalArgumentException("staying is no event");
      case COMPLETE -> BookingHistories.completed();
      case NO_SHOW -> BookingHistories.noShow();
    };
  }

  private static Instant untilOfMove() {
    return START.minus(Duration.ofHours(3));
  }
}
