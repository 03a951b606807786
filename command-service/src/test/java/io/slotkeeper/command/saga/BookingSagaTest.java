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
import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CHAIR;
import static io.slotkeeper.command.node.Samples.CUSTOMER_ID;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.SLOT_ID;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static io.slotkeeper.command.node.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.Refused;
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
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.command.node.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingSagaTest {

  private static final String ID = BOOKING.value();
  private static final Instant UNTIL = NOW.plus(WINDOW);
  private static final Duration DAY = Duration.ofHours(24);
  private static final SlotId LATER = Samples.slot(START.plus(DAY.multipliedBy(3))).slotId();

  private final SagaTestFixture<BookingSaga> fixture = new SagaTestFixture<>(BookingSaga.class);

  @BeforeEach
  void nowIsTheFixtures() {
    fixture.registerResource(
        InstantSource.tick(fixture::currentTime, Duration.ofMillis(1)).withZone(ZoneOffset.UTC));
    fixture.registerResource(
        new Sent(DefaultCommandGateway.builder().commandBus(fixture.getCommandBus()).build()));
    fixture.givenCurrentTime(NOW);
  }

  @Test
  void asksTheOwnerAndTellsTheCustomerSo() {
    fixture
        .givenNoPriorActivity()
        .whenAggregate(ID)
        .publishes(requested("MANUAL"))
        .expectActiveSagas(1)
        .expectAssociationWith("bookingId", ID)
        .expectDispatchedCommands(
            on(0)
                .about(APPROVAL_REQUEST, OWNER, UNTIL, null, UNTIL)
                .about(REQUEST_RECEIVED, CUSTOMER, UNTIL, null, UNTIL)
                .asCommand())
        .expectScheduledDeadlineWithName(UNTIL, BookingSaga.APPROVAL_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void asksNobodyWhereApprovalIsAutomatic() {
    fixture
        .givenNoPriorActivity()
        .whenAggregate(ID)
        .publishes(requested("AUTOMATIC"))
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void asksTheOwnerOfABookingFromBeforeThereWereReminders() {
    fixture
        .givenNoPriorActivity()
        .whenAggregate(ID)
        .publishes(requested(null, null))
        .expectDispatchedCommands(
            on(0)
                .about(APPROVAL_REQUEST, OWNER, UNTIL, null, UNTIL)
                .about(REQUEST_RECEIVED, CUSTOMER, UNTIL, null, UNTIL)
                .asCommand())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void expiresTheBookingWhenItsWindowEnds() {
    fixture
        .givenAggregate(ID)
        .published(requested("MANUAL"))
        .whenTimeAdvancesTo(UNTIL)
        .expectTriggeredDeadlinesWithName(BookingSaga.APPROVAL_DEADLINE)
        .expectDispatchedCommands(new ExpireBooking(BOOKING))
        .expectActiveSagas(1)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void asksAgainInAMinuteWhereTheWindowIsStillOpen() {
    refuseToExpire(windowIsOpen());
    fixture
        .givenAggregate(ID)
        .published(requested("MANUAL"))
        .whenTimeAdvancesTo(UNTIL)
        .expectDispatchedCommands(new ExpireBooking(BOOKING))
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(
            UNTIL.plus(Duration.ofMinutes(1)), BookingSaga.APPROVAL_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void asksNoMoreOnceItHearsThatTheBookingWasConfirmedAndMoved() throws Exception {
    refuseToExpire(windowIsOpen());
    fixture
        .givenAggregate(ID)
        .published(requested("MANUAL"))
        .andThenTimeAdvancesTo(UNTIL)
        .andThenAggregate(ID)
        .published(confirmed())
        .whenAggregate(ID)
        .publishes(moved("PENDING", UNTIL.plus(DAY)))
        .expectNoScheduledDeadlineWithName(
            UNTIL.plus(Duration.ofMinutes(1)), BookingSaga.APPROVAL_DEADLINE)
        .expectScheduledDeadlineWithName(UNTIL.plus(DAY), BookingSaga.APPROVAL_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void failsWhereTheBookingIsNotThere() {
    var notThere = Refused.notFound();
    refuseToExpire(notThere);

    var before = fixture.givenAggregate(ID).published(requested("MANUAL"));

    assertThatThrownBy(() -> before.whenTimeAdvancesTo(UNTIL)).rootCause().isSameAs(notThere);
  }

  @Test
  void tellsTheCustomerAndSetsTheRemindersOnceItIsConfirmed() {
    fixture
        .givenAggregate(ID)
        .published(requested("MANUAL"))
        .whenAggregate(ID)
        .publishes(confirmed())
        .expectDispatchedCommands(
            on(1).about(BOOKING_CONFIRMED, CUSTOMER, null, null, START).asCommand())
        .expectNoScheduledDeadlineWithName(UNTIL, BookingSaga.APPROVAL_DEADLINE)
        .expectScheduledDeadlineWithName(START.minus(DAY), BookingSaga.REMINDER_DEADLINE)
        .expectScheduledDeadlineWithName(
            START.minus(Duration.ofHours(2)), BookingSaga.REMINDER_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void leavesOutAReminderWhoseTimeHasPassed() throws Exception {
    fixture
        .givenAggregate(ID)
        .published(requested("AUTOMATIC"))
        .andThenTimeAdvancesTo(START.minus(DAY))
        .whenAggregate(ID)
        .publishes(confirmed())
        .expectNoScheduledDeadlineWithName(START.minus(DAY), BookingSaga.REMINDER_DEADLINE)
        .expectScheduledDeadlineWithName(
            START.minus(Duration.ofHours(2)), BookingSaga.REMINDER_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void remindsTheCustomer() {
    fixture
        .givenAggregate(ID)
        .published(requested("AUTOMATIC"), confirmed())
        .whenTimeAdvancesTo(START.minus(DAY))
        .expectDispatchedCommands(
            new Notices(BOOKING, SLOT_ID, "PT24H")
                .about(REMINDER, CUSTOMER, null, null, START)
                .asCommand())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void sendsNoReminderLate() {
    var due = new ReminderDue(SLOT_ID.toString(), "PT24H", START.minus(DAY));

    assertThat(due.isLate(due.at().plus(ReminderDue.GRACE))).isFalse();
    assertThat(due.isLate(due.at().plus(ReminderDue.GRACE).plusMillis(1))).isTrue();
  }

  @Test
  void tellsTheCustomerOfARejectionAndEnds() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("MANUAL"))
            .whenAggregate(ID)
            .publishes(new BookingRejected(ID, BUSINESS.value(), sealed("Full")))
            .expectDispatchedCommands(
                on(1).about(BOOKING_REJECTED, CUSTOMER, null, sealed("Full"), START).asCommand()));
  }

  @Test
  void tellsTheCustomerOfAnExpiryAndEnds() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("MANUAL"))
            .whenAggregate(ID)
            .publishes(new BookingExpired(ID, BUSINESS.value()))
            .expectDispatchedCommands(
                on(1).about(BOOKING_EXPIRED, CUSTOMER, null, null, START).asCommand()));
  }

  @Test
  void tellsTheOwnerWhenTheCustomerCancels() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("AUTOMATIC"), confirmed())
            .whenAggregate(ID)
            .publishes(new BookingCancelled(ID, BUSINESS.value(), "CUSTOMER", sealed("Ill")))
            .expectDispatchedCommands(
                on(2)
                    .about(BOOKING_CANCELLED_BY_CUSTOMER, OWNER, null, sealed("Ill"), START)
                    .asCommand()));
  }

  @Test
  void tellsTheCustomerWhenTheBusinessCancels() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("AUTOMATIC"), confirmed())
            .whenAggregate(ID)
            .publishes(new BookingCancelled(ID, BUSINESS.value(), "BUSINESS", null))
            .expectDispatchedCommands(
                on(2).about(BOOKING_CANCELLED, CUSTOMER, null, null, START).asCommand()));
  }

  @Test
  void tellsOfAnEndForAWhileEvenWhenTheSlotHasBegun() throws Exception {
    fixture
        .givenAggregate(ID)
        .published(requested("AUTOMATIC"), confirmed())
        .andThenTimeAdvancesTo(START)
        .whenAggregate(ID)
        .publishes(new BookingCancelled(ID, BUSINESS.value(), "BUSINESS", null))
        .expectDispatchedCommands(
            on(2)
                .about(BOOKING_CANCELLED, CUSTOMER, null, null, START.plus(Duration.ofHours(1)))
                .asCommand())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void tellsBothOfAMoveAndSetsTheRemindersAnew() {
    fixture
        .givenAggregate(ID)
        .published(requested("AUTOMATIC"), confirmed())
        .whenAggregate(ID)
        .publishes(moved("CONFIRMED", null))
        .expectDispatchedCommands(
            onLater(2)
                .about(BOOKING_RESCHEDULED, CUSTOMER, null, null, LATER.start())
                .about(BOOKING_RESCHEDULED, OWNER, null, null, LATER.start())
                .asCommand())
        .expectNoScheduledDeadlineWithName(START.minus(DAY), BookingSaga.REMINDER_DEADLINE)
        .expectScheduledDeadlineWithName(LATER.start().minus(DAY), BookingSaga.REMINDER_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void asksTheOwnerAgainWhereAMoveNeedsIt() {
    var until = UNTIL.plus(Duration.ofHours(1));
    fixture
        .givenAggregate(ID)
        .published(requested("MANUAL"), confirmed())
        .whenAggregate(ID)
        .publishes(moved("PENDING", until))
        .expectDispatchedCommands(
            onLater(2)
                .about(APPROVAL_REQUEST, OWNER, until, null, until)
                .about(REQUEST_RECEIVED, CUSTOMER, until, null, until)
                .asCommand())
        .expectScheduledDeadlineWithName(until, BookingSaga.APPROVAL_DEADLINE)
        .expectNoScheduledDeadlineWithName(START.minus(DAY), BookingSaga.REMINDER_DEADLINE)
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void endsWhenTheBookingHasTakenPlace() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("AUTOMATIC"), confirmed())
            .whenAggregate(ID)
            .publishes(new BookingCompleted(ID, BUSINESS.value()))
            .expectNoDispatchedCommands());
  }

  @Test
  void endsWhenTheCustomerDidNotCome() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("AUTOMATIC"), confirmed())
            .whenAggregate(ID)
            .publishes(new BookingMarkedNoShow(ID, BUSINESS.value()))
            .expectNoDispatchedCommands());
  }

  private void refuseToExpire(Refused refusal) {
    fixture.setCallbackBehavior(
        (command, metaData) -> {
          if (command instanceof ExpireBooking) {
            throw refusal;
          }
          return null;
        });
  }

  private static Refused windowIsOpen() {
    return Refused.illegalTransition(
        "ApprovalWindowMustHavePassed", BookingStatus.PENDING, "ExpireBooking");
  }

  private static void ends(FixtureExecutionResult result) {
    result.expectActiveSagas(0).expectNoScheduledDeadlines().expectSuccessfulHandlerExecution();
  }

  private static BookingRequested requested(@Nullable String approval) {
    return requested(approval, List.of("PT24H", "PT2H"));
  }

  private static BookingRequested requested(
      @Nullable String approval, @Nullable List<String> reminders) {
    return new BookingRequested(
        ID,
        BUSINESS.value(),
        CHAIR.value(),
        SLOT_ID.toString(),
        START,
        SLOT.end(),
        UNTIL,
        CUSTOMER_ID.value(),
        sealed("Test Customer"),
        sealed("+34600000001"),
        null,
        NOW,
        "I agree.",
        approval,
        reminders);
  }

  private static BookingConfirmed confirmed() {
    return new BookingConfirmed(ID, BUSINESS.value());
  }

  private static BookingRescheduled moved(String status, @Nullable Instant until) {
    return new BookingRescheduled(
        ID,
        BUSINESS.value(),
        SLOT_ID.toString(),
        LATER.toString(),
        CHAIR.value(),
        LATER.start(),
        LATER.start().plus(Samples.LENGTH),
        status,
        until,
        "CUSTOMER");
  }

  private static Notices on(long version) {
    return new Notices(BOOKING, SLOT_ID, Long.toString(version));
  }

  private static Notices onLater(long version) {
    return new Notices(BOOKING, LATER, Long.toString(version));
  }

  private record Sent(CommandGateway gateway) implements SagaCommands {
    @Override
    public void send(QueueNotifications command) {
      gateway.sendAndWait(command);
    }

    @Override
    public void send(ExpireBooking command) {
      gateway.sendAndWait(command);
    }
  }
}
