package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One booking is one trace, from the request to the message on the customer's phone. */
class TraceStoryTest {

  private final Http simulator = Http.anyone(Town.quickstart().simulator().url());

  @AfterEach
  void worksAgain() {
    simulator.send("PUT", "/simulator/faults", Map.of()).expect(200);
  }

  @Test
  void followsABookingThroughBothServicesToTheCall() {
    var trace = "1af7651916cd43dd8448eb211c80319c";
    var customer = Town.phone("+34611000020");
    book(trace, "AUTOMATIC", customer);
    customer.awaitText("confirmed");

    var call = awaitSpan(trace, "whatsapp post /messages");
    assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
    awaitAncestors(
        call,
        "Delivery.deliver(NotificationQueued)",
        "EventBus.publishEvent(NotificationQueued)",
        "CommandBus.handleCommand(QueueNotifications)",
        "SagaManager.invokeSaga(BookingSaga)(BookingConfirmed)",
        "EventProcessor[booking-saga].process(BookingConfirmed)",
        "EventBus.publishEvent(BookingConfirmed)",
        "CommandBus.dispatchCommand(RequestBooking)",
        "http post /api/bookings");

    for (var processor :
        List.of("bookings].process(BookingRequested", "slots].process(SlotBooked")) {
      var projected = awaitSpan(trace, "EventProcessor[%s)".formatted(processor));
      assertThat(SpansOfStories.service(projected)).isEqualTo("query-service");
      awaitAncestors(projected, "http post /api/bookings");
    }
    var told = awaitSpan(trace, "EventProcessor[notifications].process(NotificationAccepted)");
    awaitAncestors(told, "Delivery.deliver(NotificationQueued)");
    awaitSpan(trace, "Reports.report(NotificationQueued)");
  }

  @Test
  void staysInItsTraceWhenCallsHaveToBeRepeated() {
    var trace = "2af7651916cd43dd8448eb211c80319c";
    simulator.send("PUT", "/simulator/faults", Map.of("error", 131016, "every", 2)).expect(200);
    book(trace, "MANUAL", Town.phone("+34611000021"));
    book(trace, "MANUAL", Town.phone("+34611000024"));

    await()
        .untilAsserted(
            () -> {
              assertThat(calls(trace)).filteredOn(call -> !hasFailed(call)).hasSize(4);
              assertThat(calls(trace)).anyMatch(TraceStoryTest::hasFailed);
            });

    calls(trace).forEach(call -> awaitAncestors(call, "http post /api/bookings"));
  }

  @Test
  void goesOnWithTheTraceWhenADeadlineComes() {
    var trace = "3af7651916cd43dd8448eb211c80319c";
    book(trace, "MANUAL", Town.phone("+34611000022"));
    var approval = "(approval-window)(approval-window,ApprovalDue)";
    awaitSpan(trace, "DeadlineManager.scheduleDeadline" + approval);
    Town.pass(Duration.ofHours(2).plusSeconds(1));

    var expired = awaitSpan(trace, "EventBus.publishEvent(BookingExpired)");
    awaitAncestors(
        expired,
        "CommandBus.dispatchCommand(ExpireBooking)",
        "DeadlineManager.executeDeadline" + approval,
        "DeadlineManager.scheduleDeadline" + approval,
        "http post /api/bookings");
  }

  @Test
  void tellsNothingPersonalOrSecret() {
    var trace = "4af7651916cd43dd8448eb211c80319c";
    var customer = Town.phone("+34611000023");
    book(trace, "AUTOMATIC", customer);
    customer.awaitText("confirmed");
    awaitSpan(trace, "whatsapp post /messages");
    var header = SpansOfStories.traceparent(trace);
    var queries = Town.queries().with("traceparent", header);
    queries.get("/api/businesses/biz_x/calendar.ics?key=secret-of-the-calendar");
    queries.get("/api/anybody/+34611000023");
    queries.send("ANA+34611000023", "/api/businesses", Map.of());
    awaitSpan(trace, "http other");

    assertThat(SpansOfStories.all())
        .isNotEmpty()
        .noneMatch(span -> span.toString().contains("Story Customer"))
        .noneMatch(span -> span.toString().contains("611000023"))
        .noneMatch(span -> span.toString().contains("By the window"))
        .noneMatch(span -> span.toString().contains("secret-of-the-calendar"))
        .noneMatch(span -> span.toString().contains("Bearer"));
  }

  private static void book(String trace, String approval, Phone customer) {
    Shop shop = Shop.open(approval, "+34611000019", "en");
    Town.commands()
        .with("traceparent", SpansOfStories.traceparent(trace))
        .post("/api/bookings", Shop.request(shop.freeSlots(1).getFirst(), customer.number()))
        .expect(201);
  }

  private static SpanData awaitSpan(String trace, String name) {
    await()
        .untilAsserted(
            () ->
                assertThat(SpansOfStories.of(trace)).extracting(SpanData::getName).contains(name));
    return SpansOfStories.of(trace).stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Waits, since a span is exported when it ends, and so before those that led to it. */
  private static void awaitAncestors(SpanData span, String... names) {
    await().untilAsserted(() -> assertThat(ancestors(span)).containsSubsequence(names));
  }

  private static List<SpanData> calls(String trace) {
    return SpansOfStories.of(trace).stream()
        .filter(span -> span.getKind() == SpanKind.CLIENT)
        .toList();
  }

  private static boolean hasFailed(SpanData call) {
    return "SERVER_ERROR".equals(call.getAttributes().get(AttributeKey.stringKey("outcome")));
  }

  /** The names of the spans that led to this one, the nearest first. */
  private static List<String> ancestors(SpanData span) {
    return Stream.iterate(
            SpansOfStories.parentOf(span),
            Optional::isPresent,
            parent -> parent.flatMap(SpansOfStories::parentOf))
        .map(parent -> parent.orElseThrow().getName())
        .toList();
  }
}
