package io.slotkeeper.command.booking;

import static io.slotkeeper.command.booking.BookingHistories.MOVED_TO;
import static io.slotkeeper.command.booking.BookingHistories.UNTIL;
import static io.slotkeeper.command.booking.BookingHistories.confirmed;
import static io.slotkeeper.command.booking.BookingHistories.requested;
import static io.slotkeeper.command.booking.BookingHistories.rescheduled;
import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.CONSENT;
import static io.slotkeeper.command.node.Samples.CUSTOMER;
import static io.slotkeeper.command.node.Samples.CUSTOMER_ID;
import static io.slotkeeper.command.node.Samples.CUT_OFF;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.policy;
import static io.slotkeeper.command.node.Samples.sealed;
import static io.slotkeeper.command.node.Samples.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.booking.BookingStep.CallOffBooking;
import io.slotkeeper.command.booking.BookingStep.MoveBooking;
import io.slotkeeper.command.booking.BookingStep.OpenBooking;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BookingTest {

  private final SettableClock clock = new SettableClock(NOW);
  private final FixtureConfiguration<Booking> fixture =
      new AggregateTestFixture<>(Booking.class).registerInjectableResource(clock);

  @Test
  void waitsForTheOwnerWhereApprovalIsManual() {
    fixture.givenNoPriorActivity().when(open(Approval.MANUAL)).expectEvents(requested());
  }

  @Test
  void isConfirmedAtOnceWhereApprovalIsAutomatic() {
    fixture
        .givenNoPriorActivity()
        .when(open(Approval.AUTOMATIC))
        .expectEvents(requested(Approval.AUTOMATIC), confirmed());
  }

  @Test
  void waitsNoLongerThanUntilTheSlotBegins() {
    var soon = slot(NOW.plus(Duration.ofMinutes(30)));

    assertThat(Terms.until(policy(Approval.MANUAL), NOW, soon)).isEqualTo(soon.start());
    assertThat(Terms.until(policy(Approval.MANUAL), NOW, SLOT)).isEqualTo(UNTIL);
  }

  @Test
  void letsTheCustomerCancelUntilTheCutOff() {
    clock.set(START.minus(CUT_OFF).minusMillis(1));
    fixture
        .given(requested(), confirmed())
        .when(new CallOffBooking(BOOKING, Actor.CUSTOMER, sealed("Ill"), CUT_OFF))
        .expectEvents(BookingHistories.cancelled("CUSTOMER"));
  }

  @Test
  void refusesToCancelForTheCustomerFromTheCutOffOn() {
    clock.set(START.minus(CUT_OFF));
    fixture
        .given(requested(), confirmed())
        .when(new CallOffBooking(BOOKING, Actor.CUSTOMER, null, CUT_OFF))
        .expectException(refusedAs("too-late CustomerMustCancelBeforeTheCutOff"))
        .expectNoEvents();
  }

  @Test
  void letsTheBusinessCancelUntilTheStart() {
    clock.set(START.minusMillis(1));
    fixture
        .given(requested(), confirmed())
        .when(new CallOffBooking(BOOKING, Actor.BUSINESS, sealed("Ill"), Duration.ZERO))
        .expectEvents(BookingHistories.cancelled("BUSINESS"));
  }

  @Test
  void refusesToRescheduleForTheCustomerFromTheCutOffOn() {
    clock.set(START.minus(CUT_OFF));
    fixture
        .given(requested(), confirmed())
        .when(new MoveBooking(BOOKING, Actor.CUSTOMER, MOVED_TO, null, CUT_OFF))
        .expectException(refusedAs("too-late CustomerMustRescheduleBeforeTheCutOff"))
        .expectNoEvents();
  }

  @Test
  void staysConfirmedWhereTheCustomerMovesItAndNobodyNeedsToApprove() {
    fixture
        .given(requested(), confirmed())
        .when(new MoveBooking(BOOKING, Actor.CUSTOMER, MOVED_TO, null, CUT_OFF))
        .expectEvents(rescheduled("CONFIRMED", null, "CUSTOMER"));
  }

  @Test
  void waitsForTheOwnerAgainAfterTheCustomerMovedIt() {
    fixture
        .given(requested(), confirmed(), rescheduled("PENDING", UNTIL, "CUSTOMER"))
        .when(new ConfirmBooking(BOOKING))
        .expectEvents(confirmed());
  }

  @Test
  void expiresOnItsNewSlotWhereTheOwnerSaysNothing() {
    clock.set(UNTIL);
    fixture
        .given(requested(), confirmed(), rescheduled("PENDING", UNTIL, "CUSTOMER"))
        .when(new ExpireBooking(BOOKING))
        .expectEvents(BookingHistories.expired());
  }

  @Test
  void answersTheSameWhenAMoveIsRepeated() {
    fixture
        .given(requested(), confirmed(), rescheduled("PENDING", UNTIL, "CUSTOMER"))
        .when(new MoveBooking(BOOKING, Actor.CUSTOMER, MOVED_TO, UNTIL, CUT_OFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void takesPlaceAtItsNewTimeAfterAMove() {
    clock.set(START);
    fixture
        .given(requested(), confirmed(), rescheduled("CONFIRMED", null, "BUSINESS"))
        .when(new CompleteBooking(BOOKING))
        .expectException(refusedAs("illegal-transition BookingMustHaveBegun from CONFIRMED"))
        .expectNoEvents();
  }

  private static OpenBooking open(Approval approval) {
    Instant until = UNTIL;
    return new OpenBooking(
        BOOKING,
        SLOT,
        CUSTOMER_ID,
        sealed(CUSTOMER.name()),
        sealed(CUSTOMER.phone().value()),
        sealed("By the window"),
        CONSENT,
        approval,
        until,
        List.of(Duration.ofHours(24), Duration.ofHours(2)));
  }
}
