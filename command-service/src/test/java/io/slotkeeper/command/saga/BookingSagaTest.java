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
import io.slotkeeper.api.Sealed;
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
import io.slotkeeper.api.notification.NotificationCommand.QueueNotification;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
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
            about(0, APPROVAL_REQUEST, OWNER, UNTIL, null, UNTIL),
            about(0, REQUEST_RECEIVED, CUSTOMER, UNTIL, null, UNTIL))
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
            about(0, APPROVAL_REQUEST, OWNER, UNTIL, null, UNTIL),
            about(0, REQUEST_RECEIVED, CUSTOMER, UNTIL, null, UNTIL))
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
        .expectDispatchedCommands(about(1, BOOKING_CONFIRMED, CUSTOMER, null, null, START))
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
            new Notices(BOOKING, SLOT_ID, "PT24H").about(REMINDER, CUSTOMER, null, null, START))
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
                about(1, BOOKING_REJECTED, CUSTOMER, null, sealed("Full"), START)));
  }

  @Test
  void tellsTheCustomerOfAnExpiryAndEnds() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("MANUAL"))
            .whenAggregate(ID)
            .publishes(new BookingExpired(ID, BUSINESS.value()))
            .expectDispatchedCommands(about(1, BOOKING_EXPIRED, CUSTOMER, null, null, START)));
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
                about(2, BOOKING_CANCELLED_BY_CUSTOMER, OWNER, null, sealed("Ill"), START)));
  }

  @Test
  void tellsTheCustomerWhenTheBusinessCancels() {
    ends(
        fixture
            .givenAggregate(ID)
            .published(requested("AUTOMATIC"), confirmed())
            .whenAggregate(ID)
            .publishes(new BookingCancelled(ID, BUSINESS.value(), "BUSINESS", null))
            .expectDispatchedCommands(about(2, BOOKING_CANCELLED, CUSTOMER, null, null, START)));
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
            about(2, BOOKING_CANCELLED, CUSTOMER, null, null, START.plus(Duration.ofHours(1))))
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
            aboutLater(2, BOOKING_RESCHEDULED, CUSTOMER, null, LATER.start()),
            aboutLater(2, BOOKING_RESCHEDULED, OWNER, null, LATER.start()))
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
            aboutLater(2, APPROVAL_REQUEST, OWNER, until, until),
            aboutLater(2, REQUEST_RECEIVED, CUSTOMER, until, until))
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

  private static QueueNotification about(
      long version,
      NotificationKind kind,
      Recipient recipient,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt) {
    return new Notices(BOOKING, SLOT_ID, Long.toString(version))
        .about(kind, recipient, until, reason, expiresAt);
  }

  private static QueueNotification aboutLater(
      long version,
      NotificationKind kind,
      Recipient recipient,
      @Nullable Instant until,
      Instant expiresAt) {
    return new Notices(BOOKING, LATER, Long.toString(version))
        .about(kind, recipient, until, null, expiresAt);
  }

  private record Sent(CommandGateway gateway) implements SagaCommands {
    @Override
    public void send(QueueNotification command) {
      gateway.sendAndWait(command);
    }

    @Override
    public void send(ExpireBooking command) {
      gateway.sendAndWait(command);
    }
  }
}
