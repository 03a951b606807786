package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every command, by every endpoint, is answered with a token of an event that can be found. */
@SuppressWarnings("NullAway.Init")
class ConsistencyTokenTest {
  private static final String BUSINESS = "/api/businesses/{businessId}";
  private static final String BOOKING = "/api/bookings/{bookingId}";
  private static final String SLOT = "/api/slots/{slotId}";

  private static CommandServer server;
  private final Set<String> called = new HashSet<>();

  @BeforeAll
  static void start() {
    server = CommandServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void comesWithTheAnswerToEveryCommand() {
    server.clock.set(CommandServer.NOW);
    var salon = Salon.register(server);
    call(CommandServer.ADMIN, "POST", "/api/businesses", Map.of(), Salon.REGISTRATION);
    bookings(salon);
    business(salon);

    assertThat(called).isEqualTo(mapped());
  }

  private void business(Salon salon) {
    var id = Map.of("businessId", salon.businessId().value());
    var key = salon.key();
    call(key, "PATCH", BUSINESS, id, "{\"name\":\"Other\"}");
    call(key, "PUT", BUSINESS + "/opening-hours", id, "{}");
    call(key, "PUT", BUSINESS + "/policy", id, "{}");
    var special = Map.of("businessId", salon.businessId().value(), "date", "2027-12-24");
    call(key, "PUT", BUSINESS + "/special-hours/{date}", special, "{\"ranges\":[]}");
    call(key, "DELETE", BUSINESS + "/special-hours/{date}", special, "");
    var closure =
        call(
            key,
            "POST",
            BUSINESS + "/closures",
            id,
            "{\"from\":\"2027-08-01\",\"to\":\"2027-08-01\"}");
    call(
        key,
        "DELETE",
        BUSINESS + "/closures/{closureId}",
        Map.of(
            "businessId",
            salon.businessId().value(),
            "closureId",
            json(closure).path("closureId").asString()),
        "");
    var added = call(key, "POST", BUSINESS + "/resources", id, "{\"name\":\"Second\"}");
    var resource =
        Map.of(
            "businessId",
            salon.businessId().value(),
            "resourceId",
            json(added).path("resourceId").asString());
    call(key, "PATCH", BUSINESS + "/resources/{resourceId}", resource, "{\"name\":\"Third\"}");
    call(key, "DELETE", BUSINESS + "/resources/{resourceId}", resource, "");
    call(key, "POST", BUSINESS + "/calendar-link/rotate", id, "");
    call(key, "POST", BUSINESS + "/suspend", id, "");
    call(key, "POST", BUSINESS + "/resume", id, "");
    var rotated = call(key, "POST", BUSINESS + "/api-key/rotate", id, "");
    call(json(rotated).path("apiKey").asString(), "POST", BUSINESS + "/close", id, "");
  }

  private void bookings(Salon salon) {
    var key = salon.key();
    call(key, "POST", BOOKING + "/confirm", booked(salon, 0), "");
    call(key, "POST", BOOKING + "/reject", booked(salon, 1), "{}");
    call(key, "POST", BOOKING + "/cancel", booked(salon, 2), "{}");
    var elsewhere = "{\"slotId\":\"%s\"}".formatted(salon.slot(start(4)));
    var moved = booked(salon, 3);
    call(key, "POST", BOOKING + "/confirm", moved, "");
    call(key, "POST", BOOKING + "/reschedule", moved, elsewhere);
    var slot = Map.of("slotId", salon.slot(start(5)).toString());
    call(key, "POST", SLOT + "/block", slot, "");
    call(key, "POST", SLOT + "/unblock", slot, "");
    var kept = booked(salon, 6);
    var missed = booked(salon, 7);
    call(key, "POST", BOOKING + "/confirm", kept, "");
    call(key, "POST", BOOKING + "/confirm", missed, "");
    var forgotten =
        json(
            call(
                key,
                "POST",
                "/api/bookings",
                Map.of(),
                Salon.bookingOf(salon.slot(start(8)).toString())));
    call(
        forgotten.path("manageToken").asString(),
        "POST",
        BOOKING + "/erase-customer",
        Map.of("bookingId", forgotten.path("bookingId").asString()),
        "");
    booked(salon, 10);
    call(
        key,
        "POST",
        BUSINESS + "/customers/erase",
        Map.of("businessId", salon.businessId().value()),
        "{\"phone\":\"+34600333444\"}");
    server.clock.set(start(9));
    call(key, "POST", BOOKING + "/complete", kept, "");
    call(key, "POST", BOOKING + "/no-show", missed, "");
  }

  private Map<String, String> booked(Salon salon, int number) {
    var body = Salon.bookingOf(salon.slot(start(number)).toString());
    var answer = call(salon.key(), "POST", "/api/bookings", Map.of(), body);
    return Map.of("bookingId", json(answer).path("bookingId").asString());
  }

  private static Instant start(int number) {
    return START.plus(Duration.ofMinutes(30).multipliedBy(number));
  }

  private HttpResponse<String> call(
      String token, String method, String pattern, Map<String, String> variables, String body) {
    var path = pattern;
    for (var variable : variables.entrySet()) {
      path = path.replace("{%s}".formatted(variable.getKey()), variable.getValue());
    }
    var answer = server.call(method, path, token, body);
    var call = method + " " + pattern;
    assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isBetween(200, 201);
    var named =
        answer.headers().firstValue(ConsistencyToken.HEADER).flatMap(ConsistencyToken::parse);
    assertThat(named.map(ConsistencyTokenTest::found)).as(call).contains(1);
    called.add(call);
    return answer;
  }

  private static Integer found(ConsistencyToken token) {
    return server
        .bean(JdbcTemplate.class)
        .queryForList(
            """
            SELECT 1 FROM command.DomainEventEntry
             WHERE aggregateIdentifier = ? AND sequenceNumber = ?
            """,
            Integer.class,
            token.aggregateId(),
            token.version())
        .size();
  }

  /** All endpoints but those that change nothing in the event store. */
  private static Set<String> mapped() {
    return Endpoint.mapped(server)
        .filter(endpoint -> endpoint.pattern().startsWith("/api/"))
        .filter(endpoint -> !endpoint.pattern().startsWith("/api/admin/"))
        .filter(endpoint -> !Set.of("/api/health", "/api/metrics").contains(endpoint.pattern()))
        .map(Endpoint::toString)
        .collect(Collectors.toSet());
  }
}
