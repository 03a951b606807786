package io.slotkeeper.command.notification;

import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.AttemptAnswer;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationCommand.AcceptNotification;
import io.slotkeeper.api.notification.NotificationCommand.AttemptNotification;
import io.slotkeeper.api.notification.NotificationCommand.FailNotification;
import io.slotkeeper.api.notification.NotificationCommand.PostponeNotification;
import io.slotkeeper.api.notification.NotificationCommand.ReportNotification;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;

class NotificationTest {

  private static final NotificationId ID = NotificationId.about("a", "test");
  private static final String TEXT = ID.value();
  private static final String SALON = BUSINESS.value();
  private static final Object ATTEMPTED = new NotificationAttempted(TEXT, SALON, 1);
  private static final Object ATTEMPTED_AGAIN = new NotificationAttempted(TEXT, SALON, 2);
  private static final Object ACCEPTED = new NotificationAccepted(TEXT, SALON, "wamid.1");
  private static final Object DELIVERED = new NotificationDelivered(TEXT, SALON);
  private static final Object READ = new NotificationRead(TEXT, SALON);
  private static final Object SEND = new AttemptAnswer.Send(1, false);
  private static final Object SEND_AGAIN = new AttemptAnswer.Send(2, false);
  private static final Object DONE = new AttemptAnswer.Done();
  private static final NotificationKind REPEATABLE = NotificationKind.APPROVAL_REQUEST;
  private static final NotificationKind ONCE_ONLY = NotificationKind.REMINDER;

  private static final WhatsAppSettings SETTINGS =
      new Binder().bindOrCreate("slotkeeper.whatsapp", WhatsAppSettings.class);

  private final SettableClock clock = new SettableClock(NOW);
  private final FixtureConfiguration<Notification> fixture =
      new AggregateTestFixture<>(Notification.class)
          .registerInjectableResource(clock)
          .registerInjectableResource(SETTINGS);

  @Test
  void isAttemptedBeforeItIsSent() {
    when(REPEATABLE, attempt()).expectEvents(ATTEMPTED).expectResultMessagePayload(SEND);
  }

  @Test
  void isGivenUpWhenItComesTooLate() {
    clock.set(START);
    when(REPEATABLE, attempt())
        .expectEvents(failed(NotificationCode.EXPIRED))
        .expectResultMessagePayload(DONE);
  }

  @Test
  void waitsWhileAnEarlierAttemptIsInDoubt() {
    when(REPEATABLE, attempt(), ATTEMPTED)
        .expectNoEvents()
        .expectResultMessagePayload(new AttemptAnswer.Wait(NOW.plus(SETTINGS.longestDoubt())));
  }

  @Test
  void isSentOnceMoreAfterTheDoubt() {
    var result = afterTheDoubt(REPEATABLE, ATTEMPTED);
    result.expectEvents(ATTEMPTED_AGAIN).expectResultMessagePayload(SEND_AGAIN);
  }

  @Test
  void isGivenUpAfterASecondDoubt() {
    afterTheDoubt(REPEATABLE, ATTEMPTED, ATTEMPTED_AGAIN)
        .expectEvents(failed(NotificationCode.OUTCOME_UNKNOWN))
        .expectResultMessagePayload(DONE);
  }

  @Test
  void isGivenUpAfterTheFirstDoubtWhereASecondCopyDoesHarm() {
    afterTheDoubt(ONCE_ONLY, ATTEMPTED)
        .expectEvents(failed(NotificationCode.OUTCOME_UNKNOWN))
        .expectResultMessagePayload(DONE);
  }

  @Test
  void isAttemptedAgainWhenItWasCertainlyNotSent() {
    when(ONCE_ONLY, attempt(), ATTEMPTED, postponed("131016"))
        .expectEvents(ATTEMPTED_AGAIN)
        .expectResultMessagePayload(SEND_AGAIN);
  }

  @Test
  void becomesATemplateWhenWhatsAppAsksForOne() {
    when(ONCE_ONLY, attempt(), ATTEMPTED, postponed(NotificationCode.TEMPLATE_NEEDED))
        .expectResultMessagePayload(new AttemptAnswer.Send(2, true));
  }

  @Test
  void becomesATemplateWhenWhatsAppAsksForOneAfterItTookTheMessage() {
    when(
            ONCE_ONLY,
            report(NotificationStatus.FAILED, NotificationCode.TEMPLATE_NEEDED),
            ATTEMPTED,
            ACCEPTED)
        .expectEvents(postponed(NotificationCode.TEMPLATE_NEEDED));
  }

  @Test
  void asksForATemplateOnce() {
    when(
            ONCE_ONLY,
            report(NotificationStatus.FAILED, NotificationCode.TEMPLATE_NEEDED),
            ATTEMPTED,
            postponed(NotificationCode.TEMPLATE_NEEDED),
            ATTEMPTED_AGAIN,
            ACCEPTED)
        .expectEvents(failed(NotificationCode.TEMPLATE_NEEDED));
  }

  @Test
  void staysInTheQueueWhenAMessageThatFailedIsReportedAsSentOnceMore() {
    var history = new Object[] {ATTEMPTED, ACCEPTED, postponed(NotificationCode.TEMPLATE_NEEDED)};
    when(ONCE_ONLY, report(NotificationStatus.ACCEPTED, null), history).expectNoEvents();
    when(ONCE_ONLY, new AcceptNotification(ID, "wamid.1"), history).expectNoEvents();
  }

  @Test
  void isSentAgainWhenTheReportOfAFailureOvertakesTheAnswer() {
    when(ONCE_ONLY, report(NotificationStatus.FAILED, NotificationCode.TEMPLATE_NEEDED), ATTEMPTED)
        .expectEvents(ACCEPTED, postponed(NotificationCode.TEMPLATE_NEEDED));
  }

  @Test
  void doesNotFailForAnEarlierCopyWhileTheNextIsSent() {
    when(
            ONCE_ONLY,
            report(NotificationStatus.FAILED, NotificationCode.TEMPLATE_NEEDED),
            ATTEMPTED,
            ACCEPTED,
            postponed(NotificationCode.TEMPLATE_NEEDED),
            ATTEMPTED_AGAIN)
        .expectNoEvents();
  }

  @ParameterizedTest
  @EnumSource(
      value = NotificationStatus.class,
      names = {"ACCEPTED", "DELIVERED", "READ", "FAILED"})
  void isNotSentAgainOnceThatIsDecided(NotificationStatus status) {
    when(REPEATABLE, attempt(), history(status)).expectNoEvents().expectResultMessagePayload(DONE);
  }

  @Test
  void isAcceptedOnce() {
    var accept = new AcceptNotification(ID, "wamid.1");
    when(REPEATABLE, accept, ATTEMPTED).expectEvents(ACCEPTED);
    when(REPEATABLE, accept, ATTEMPTED, ACCEPTED).expectNoEvents();
    when(REPEATABLE, accept, ATTEMPTED, ACCEPTED, READ).expectNoEvents();
  }

  @Test
  void isPostponedOnlyWhileItIsAttempted() {
    var postpone = new PostponeNotification(ID, "2");
    when(REPEATABLE, postpone, ATTEMPTED).expectEvents(postponed("2"));
    when(REPEATABLE, postpone).expectNoEvents();
    when(REPEATABLE, postpone, ATTEMPTED, ACCEPTED).expectNoEvents();
  }

  @Test
  void isGivenUpOnlyWhileItIsNotSent() {
    var fail = new FailNotification(ID, "131026", "Undeliverable");
    var failed = new NotificationFailed(TEXT, SALON, "131026", "Undeliverable");
    when(REPEATABLE, fail).expectEvents(failed);
    when(REPEATABLE, fail, ATTEMPTED).expectEvents(failed);
    when(REPEATABLE, fail, ATTEMPTED, ACCEPTED).expectNoEvents();
    when(REPEATABLE, fail, failed).expectNoEvents();
  }

  @Test
  void learnsFromAReportThatADoubtfulAttemptSucceeded() {
    when(REPEATABLE, report(NotificationStatus.DELIVERED, null), ATTEMPTED)
        .expectEvents(ACCEPTED, DELIVERED);
  }

  @Test
  void takesReportsInAnyOrder() {
    when(REPEATABLE, report(NotificationStatus.READ, null), ATTEMPTED, ACCEPTED).expectEvents(READ);
    when(REPEATABLE, report(NotificationStatus.DELIVERED, null), ATTEMPTED, ACCEPTED, READ)
        .expectNoEvents();
    when(REPEATABLE, report(NotificationStatus.ACCEPTED, null), ATTEMPTED, ACCEPTED, DELIVERED)
        .expectNoEvents();
    when(REPEATABLE, report(NotificationStatus.FAILED, "131026"), ATTEMPTED, ACCEPTED, DELIVERED)
        .expectNoEvents();
  }

  @Test
  void isCorrectedByALaterDelivery() {
    when(
            REPEATABLE,
            report(NotificationStatus.DELIVERED, null),
            ATTEMPTED,
            ACCEPTED,
            failed("131026"))
        .expectEvents(DELIVERED);
  }

  @Test
  void failsWhenWhatsAppCannotDeliverIt() {
    when(REPEATABLE, report(NotificationStatus.FAILED, "131026"), ATTEMPTED, ACCEPTED)
        .expectEvents(failed("131026"));
  }

  @Test
  void doesNotFailForAnEarlierCopy() {
    when(
            REPEATABLE,
            new ReportNotification(ID, "wamid.0", NotificationStatus.FAILED, "131026"),
            ATTEMPTED,
            ATTEMPTED_AGAIN,
            ACCEPTED)
        .expectNoEvents();
  }

  private ResultValidator<Notification> when(
      NotificationKind kind, Object command, Object... history) {
    return fixture
        .givenCurrentTime(NOW)
        .andGiven(Stream.concat(Stream.of(queued(kind)), Stream.of(history)).toList())
        .when(command);
  }

  private ResultValidator<Notification> afterTheDoubt(NotificationKind kind, Object... history) {
    clock.set(NOW.plus(SETTINGS.longestDoubt()));
    return when(kind, attempt(), history);
  }

  private static Object[] history(NotificationStatus status) {
    var events = new ArrayList<Object>(List.of(ATTEMPTED));
    switch (status) {
      case QUEUED, ATTEMPTED -> {}
      case ACCEPTED -> events.add(ACCEPTED);
      case DELIVERED -> events.addAll(List.of(ACCEPTED, DELIVERED));
      case READ -> events.addAll(List.of(ACCEPTED, READ));
      case FAILED -> events.add(failed("131026"));
    }
    return events.toArray();
  }

  private static AttemptNotification attempt() {
    return new AttemptNotification(ID);
  }

  private static ReportNotification report(NotificationStatus status, @Nullable String code) {
    return new ReportNotification(ID, "wamid.1", status, code);
  }

  private static NotificationEvent postponed(String code) {
    return new NotificationPostponed(TEXT, SALON, code);
  }

  private static NotificationEvent failed(String code) {
    return new NotificationFailed(TEXT, SALON, code, null);
  }

  private static NotificationQueued queued(NotificationKind kind) {
    Instant until = NOW.plus(Duration.ofHours(2));
    return new NotificationQueued(
        TEXT,
        SALON,
        BOOKING.value(),
        kind.name(),
        "OWNER",
        Samples.CUSTOMER_ID.value(),
        "+34600000000",
        null,
        "en",
        "Etc/UTC",
        "Test Salon",
        "Chair 1",
        Samples.sealed("Test Customer"),
        START,
        until,
        null,
        until);
  }
}
