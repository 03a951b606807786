package io.slotkeeper.quickstart.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import io.slotkeeper.quickstart.stories.Town;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts ask for what the running services show. */
class ObservedTest {

  private static final Set<String> EVENTS =
      EventCatalog.entries().stream().map(EventCatalog.Entry::name).collect(Collectors.toSet());

  private static final String CUSTOMER = "+34611000777";

  /** Limits are off in the stories; {@code LimitMetrics} counts with these labels. */
  private static final String LIMITS =
      "slotkeeper_limits_total{policy=\"api\",outcome=\"allowed\",source=\"local\"} 1";

  /** A little of everything that is only counted once it happens. */
  @BeforeAll
  static void somethingHappens() {
    freeSlots();
    String slot = freeSlots().getFirst();
    Answer booked = book(slot).expect(201);
    book(slot).expectProblem(409, "slot-taken");
    Town.phone(CUSTOMER).awaitText("confirmed");
    Town.commands()
        .as(booked.text("manageToken"))
        .post("/api/bookings/" + booked.text("bookingId") + "/cancel", Map.of())
        .expect(200);
  }

  private static List<String> freeSlots() {
    LocalDate day = LocalDate.now(Town.clock().withZone(ZoneOffset.UTC)).plusDays(3);
    return Town.queries()
        .get(
            "/api/businesses/%s/slots?from=%s&to=%s&status=AVAILABLE"
                .formatted(Town.quickstart().demo().court().businessId(), day, day.plusDays(7)))
        .expect(200)
        .body()
        .path("slots")
        .valueStream()
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  private static Answer book(String slot) {
    return Town.commands()
        .post(
            "/api/bookings",
            Map.of(
                "slotId",
                slot,
                "customer",
                Map.of("name", "Story Customer", "phone", CUSTOMER),
                "consent",
                true));
  }

  @Test
  void allMetricsAndLabelsThatAreAskedForExist() {
    await()
        .untilAsserted(
            () -> assertThat(mistakes(questions())).as("not shown by the services").isEmpty());
  }

  @Test
  void whatFiltersRefuseIsMeasuredAsItIsAnswered() {
    var tooLarge = Map.of("slotId", "x".repeat(70_000));
    Town.commands().post("/api/bookings", tooLarge).expectProblem(413, "too-large");

    // A request is measured after it has been answered.
    await()
        .untilAsserted(
            () ->
                assertThat(exposition().values("http_server_requests_seconds_count", "status"))
                    .contains("413"));
  }

  @Test
  void whatDoesNotExistIsFound() {
    var wrong =
        List.of(
            new Question("typing error", "rate(http_server_request_seconds_count[1m])", Set.of()),
            new Question("label", "jvm_memory_used_bytes{region=\"heap\"}", Set.of()),
            new Question("value", "jvm_memory_used_bytes{area=\"heep\"}", Set.of()),
            new Question("group", "sum by (pod) (jvm_memory_used_bytes)", Set.of()),
            new Question("legend", "sum by (area) (jvm_memory_used_bytes)", Set.of("pod")));

    assertThat(mistakes(wrong.stream()))
        .containsExactly(
            "typing error: there is no metric http_server_request_seconds_count",
            "label: jvm_memory_used_bytes has no region=\"heap\"",
            "value: jvm_memory_used_bytes has no area=\"heep\"",
            "group: nothing in it has the label pod",
            "legend: nothing in it has the label pod");
  }

  private static Stream<Question> questions() {
    return Stream.concat(
        AlertRules.read().alerts().stream().map(AlertRules.Alert::question),
        Dashboard.all().stream().flatMap(Dashboard::questions));
  }

  private static List<String> mistakes(Stream<Question> questions) {
    var exposition = exposition();
    return questions.flatMap(question -> question.mistakes(exposition, EVENTS)).toList();
  }

  private static Exposition exposition() {
    return Exposition.of(
        LIMITS,
        scrape(Town.quickstart().commandManagementUrl()),
        scrape(Town.quickstart().queryManagementUrl()));
  }

  private static String scrape(URI service) {
    return Http.anyone(service).get("/actuator/prometheus").expect(200).body().asString();
  }
}
