package io.slotkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.testing.DocumentedMetrics;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final Recording recording = new Recording();
  private final QueryService service = recording.service();
  private final MeterRegistry meters = service.context().getBean(MeterRegistry.class);
  private final Http admin = new Http(service, "admin-of-the-tests");

  private BusinessId book() {
    var history = recording.history();
    ResourceId chair = history.newResource();
    BusinessId salon = history.salon(chair);
    history.book(new SlotId(salon, chair, TEN), Duration.ofMinutes(30));
    recording.appendAndProject();
    return salon;
  }

  private double requested() {
    return meters
        .find("eventProcessor.successCounter")
        .tags("processorName", "bookings", "payloadType", "booking.requested")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Test
  void countsBookingsWhereTheirEventsAreHandled() {
    var before = requested();
    book();
    await().untilAsserted(() -> assertThat(requested()).isEqualTo(before + 1));
  }

  @Test
  void exportsWhatIsDocumented() {
    book();
    await().until(() -> requested() > 0);
    var exported =
        meters.getMeters().stream()
            .map(meter -> meter.getId().getName())
            .collect(Collectors.toSet());
    var documented = DocumentedMetrics.of("query-service");
    assertThat(exported).containsAll(documented.fromTheStart());
    exported.removeIf(name -> !DocumentedMetrics.mustBeThere(name));
    assertThat(documented.names()).containsAll(exported);
  }

  @Test
  void measuresRequestsAndNotEachOfTheirFilters() {
    admin.get("/api/businesses");

    await().until(() -> !meters.find("http.server.requests").meters().isEmpty());
    assertThat(meters.getMeters())
        .extracting(meter -> meter.getId().getName())
        .noneMatch(name -> name.startsWith("spring.security"));
  }

  @Test
  void showsThemToPrometheus() {
    admin.get("/api/businesses");
    var port =
        service.context().getEnvironment().getRequiredProperty("local.management.port", int.class);
    var scrape =
        Http.send(
            HttpRequest.newBuilder(
                URI.create("http://localhost:%d/actuator/prometheus".formatted(port))),
            BodyHandlers.ofString());
    assertThat(scrape.body())
        .contains(
            "slotkeeper_processor_lag_seconds{application=\"query-service\",processor=\"bookings\"}",
            "slotkeeper_health{application=\"query-service\",part=\"event-store\"} 1.0",
            "http_server_requests_seconds_bucket{application=\"query-service\"",
            "le=\"0.002\"",
            "hikaricp_connections_pending",
            "disk_free_bytes");
  }

  @Test
  void givesADashboardItsNumbers() {
    var anybody = new Http(service, null);
    assertThat(anybody.get("/api/businesses/" + book() + "/slots").status()).isEqualTo(200);
    // Another test may have asked a moment ago.
    recording.passes(Duration.ofSeconds(6));

    var numbers = admin.get("/api/metrics").body();

    assertThat(numbers.path("service").asString()).isEqualTo("query-service");
    var today = numbers.path("installation").path("today");
    assertThat(today.path("from").asString()).isEqualTo("2026-12-01");
    assertThat(today.path("bookings").path("requested").asLong()).isPositive();
    assertThat(today.path("bookings").path("confirmationRate").isNull()).isFalse();
    assertThat(numbers.path("node").has("cache")).as("it is off here").isFalse();
    assertThat(today.path("slots").path("reserved").asLong()).isPositive();
    var week = numbers.path("installation").path("last7Days");
    assertThat(week.path("from").asString()).isEqualTo("2026-11-25");
    assertThat(week.path("bookings").path("requested").asLong())
        .isGreaterThanOrEqualTo(today.path("bookings").path("requested").asLong());
    admin.get("/api/metrics");
    assertThat(admin.get("/api/metrics").body().path("node").path("routes").valueStream())
        .anySatisfy(
            route -> {
              assertThat(route.path("route").asString()).isEqualTo("/api/metrics");
              assertThat(route.path("requests").asLong()).isPositive();
              assertThat(route.path("p99Millis").asDouble()).isPositive();
            });
  }
}
