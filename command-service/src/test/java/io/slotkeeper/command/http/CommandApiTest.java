package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.web.ConsistencyToken;
import io.slotkeeper.testing.DocumentedMetrics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class CommandApiTest {
  private static CommandServer server;
  private Salon salon;

  @BeforeAll
  static void start() {
    server = CommandServer.start(Map.of("slotkeeper.query-api.base-url", "https://read.test:9/"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void register() {
    server.clock.set(CommandServer.NOW);
    salon = Salon.register(server);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).path("code").asString()).isEqualTo(code);
  }

  private static void assertVersion(HttpResponse<String> response, String id, long version) {
    assertThat(json(response).path("version").asLong()).as(response.body()).isEqualTo(version);
    assertThat(response.headers().firstValue("ETag")).hasValue("\"%d\"".formatted(version));
    assertThat(response.headers().firstValue("Consistency-Token").flatMap(ConsistencyToken::parse))
        .contains(new ConsistencyToken(id, version));
  }

  @Test
  void registersBusinesses() {
    var response = server.call("POST", "/api/businesses", CommandServer.ADMIN, Salon.REGISTRATION);
    assertThat(response.statusCode()).isEqualTo(201);
    var id = json(response).path("businessId").asString();
    assertThat(response.headers().firstValue("Location"))
        .hasValue("https://read.test:9/api/businesses/" + id);
    assertVersion(response, id, 0);
    assertThat(json(response).path("apiKey").asString()).startsWith("sk_" + id.substring(4) + "_");
    assertThat(json(response).path("resources").path(0).path("name").asString()).isEqualTo("Chair");
  }

  @Test
  void givesABusinessOneResourceByDefault() {
    var response =
        server.call(
            "POST",
            "/api/businesses",
            CommandServer.ADMIN,
            """
            {"name":" Padel  ","timeZone":"America/New_York","whatsappNumber":"+1 212-555-0123",
             "locale":"es-MX"}\
            """);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(json(response).path("resources").size()).isEqualTo(1);
    assertThat(json(response).path("resources").path(0).path("name").asString()).isEqualTo("Padel");
  }

  @Test
  void changesABusiness() {
    var id = salon.businessId().value();
    assertVersion(salon.call("PATCH", salon.path(), "{\"name\":\"New name\"}"), id, 1);
    assertVersion(salon.call("PATCH", salon.path(), "{}"), id, 1);
    var week = "{\"MONDAY\":[{\"from\":\"10:00\",\"to\":\"13:00\"}]}";
    assertVersion(salon.call("PUT", salon.path() + "/opening-hours", week), id, 2);
    assertVersion(
        salon.call("PUT", salon.path() + "/policy", "{\"approval\":\"AUTOMATIC\"}"), id, 3);
    var special = salon.path() + "/special-hours/2027-12-24";
    assertVersion(salon.call("PUT", special, "{\"ranges\":[]}"), id, 4);
    assertVersion(salon.call("DELETE", special, ""), id, 5);
    var closure =
        salon.call(
            "POST",
            salon.path() + "/closures",
            "{\"from\":\"2027-08-01\",\"to\":\"2027-08-01\",\"reason\":\"Holidays\"}");
    assertThat(closure.statusCode()).isEqualTo(201);
    assertVersion(closure, id, 6);
    var closureId = json(closure).path("closureId").asString();
    assertVersion(salon.call("DELETE", salon.path() + "/closures/" + closureId, ""), id, 7);
    assertProblem(
        salon.call("DELETE", salon.path() + "/closures/" + closureId, ""), 404, "not-found");
    var resource = salon.call("POST", salon.path() + "/resources", "{\"name\":\"Second\"}");
    assertThat(resource.statusCode()).isEqualTo(201);
    assertVersion(resource, id, 8);
    var resourcePath = salon.path() + "/resources/" + json(resource).path("resourceId").asString();
    assertVersion(salon.call("PATCH", resourcePath, "{\"name\":\"Third\"}"), id, 9);
    assertVersion(salon.call("DELETE", resourcePath, ""), id, 10);
    assertVersion(salon.call("POST", salon.path() + "/suspend", ""), id, 11);
    assertProblem(salon.book(START), 422, "slot-not-offered");
    assertVersion(salon.call("POST", salon.path() + "/resume", ""), id, 12);
    assertVersion(salon.call("POST", salon.path() + "/close", ""), id, 13);
    assertProblem(salon.call("POST", salon.path() + "/resume", ""), 409, "illegal-transition");
  }

  @Test
  void stopsTheOldKeyAtOnce() {
    var rotated = salon.call("POST", salon.path() + "/api-key/rotate", "");
    assertVersion(rotated, salon.businessId().value(), 1);
    assertProblem(salon.call("POST", salon.path() + "/suspend", ""), 401, "unauthenticated");
    var key = json(rotated).path("apiKey").asString();
    assertThat(server.call("POST", salon.path() + "/suspend", key, "").statusCode()).isEqualTo(200);
  }

  @Test
  void showsTheNewLinkToTheCalendarThisOnce() {
    var id = salon.businessId().value();
    var first = salon.call("POST", salon.path() + "/calendar-link/rotate", "");
    assertVersion(first, id, 1);
    assertThat(json(first).propertyNames())
        .containsExactly("businessId", "calendarPath", "calendarKey", "version");
    var key = json(first).path("calendarKey").asString();
    assertThat(key).matches("cal_[A-Za-z0-9_-]{43}");
    assertThat(json(first).path("calendarPath").asString())
        .isEqualTo("/api/businesses/%s/calendar.ics?key=%s", id, key);
    assertThat(server.bean(EventStore.class).readEvents(id).asStream())
        .extracting(message -> message.getPayload().toString())
        .noneMatch(event -> event.contains(key))
        .anyMatch(event -> event.startsWith("CalendarLinkRotated"));

    var second = salon.call("POST", salon.path() + "/calendar-link/rotate", "");
    assertVersion(second, id, 2);
    assertThat(json(second).path("calendarKey").asString()).isNotEqualTo(key);
    assertProblem(
        salon.call("POST", salon.path() + "/calendar-link/rotate", "", "If-Match", "\"1\""),
        412,
        "version-conflict");
    assertProblem(server.call("POST", salon.path() + "/suspend", key, ""), 401, "unauthenticated");
  }

  @Test
  void booksAndConfirms() {
    var booked = salon.book(START);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    var booking = json(booked);
    var id = booking.path("bookingId").asString();
    assertThat(booked.headers().firstValue("Location"))
        .hasValue("https://read.test:9/api/bookings/" + id);
    assertVersion(booked, id, 0);
    assertThat(booking.path("status").asString()).isEqualTo("PENDING");
    assertThat(booking.path("start").asString()).isEqualTo("2027-03-03T09:00:00Z");
    assertThat(booking.path("end").asString()).isEqualTo("2027-03-03T09:30:00Z");
    assertProblem(salon.book(START), 409, "slot-taken");

    var confirmed = salon.call("POST", "/api/bookings/%s/confirm".formatted(id), "");
    assertVersion(confirmed, id, 1);
    assertThat(json(confirmed).path("status").asString()).isEqualTo("CONFIRMED");
    var early = salon.call("POST", "/api/bookings/%s/complete".formatted(id), "");
    assertProblem(early, 409, "illegal-transition");
    assertThat(json(early).path("command").asString()).isEqualTo("CompleteBooking");
    assertThat(json(early).path("from").asString()).isEqualTo("CONFIRMED");
    server.clock.set(START.plus(Duration.ofHours(1)));
    assertThat(
            json(salon.call("POST", "/api/bookings/%s/complete".formatted(id), ""))
                .path("status")
                .asString())
        .isEqualTo("COMPLETED");
  }

  @Test
  void keepsWhatTheCustomerAgreedTo() {
    salon.call("PATCH", salon.path(), "{\"locale\":\"es\"}");
    var id = json(salon.book(START)).path("bookingId").asString();
    var requested =
        (BookingRequested)
            server
                .bean(EventStore.class)
                .readEvents(id)
                .asStream()
                .findFirst()
                .orElseThrow()
                .getPayload();
    assertThat(requested.consentWords()).startsWith("Acepto");
    assertThat(requested.consentAt()).isEqualTo(CommandServer.NOW);
    var keys = server.bean(CustomerKeys.class).of(List.of(requested.customerPhone()));
    assertThat(keys.open(requested.customerPhone())).isEqualTo("+34600333444");
  }

  @Test
  void letsCustomersCancelAndReschedule() {
    var booking = json(salon.book(START));
    var path = "/api/bookings/" + booking.path("bookingId").asString();
    var token = booking.path("manageToken").asString();
    salon.call("POST", path + "/confirm", "");
    var body = "{\"slotId\":\"%s\"}".formatted(salon.slot(START.plus(Duration.ofHours(1))));
    var moved = server.call("POST", path + "/reschedule", token, body);
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(json(moved).path("start").asString()).isEqualTo("2027-03-03T10:00:00Z");
    var cancelled = server.call("POST", path + "/cancel", token, "{\"reason\":\"Ill\"}");
    assertThat(json(cancelled).path("status").asString()).isEqualTo("CANCELLED");
    assertProblem(server.call("POST", path + "/confirm", token, ""), 404, "not-found");
  }

  @Test
  void rejectsAndMarksNoShows() {
    var path = "/api/bookings/" + json(salon.book(START)).path("bookingId").asString();
    var rejected = salon.call("POST", path + "/reject", "");
    assertThat(json(rejected).path("status").asString()).isEqualTo("REJECTED");
    var other = "/api/bookings/" + json(salon.book(START)).path("bookingId").asString();
    salon.call("POST", other + "/confirm", "");
    server.clock.set(START);
    var noShow = salon.call("POST", other + "/no-show", "");
    assertThat(json(noShow).path("status").asString()).isEqualTo("NO_SHOW");
  }

  @Test
  void blocksSlots() {
    var path = "/api/slots/" + salon.slot(START);
    var blocked = salon.call("POST", path + "/block", "");
    assertThat(blocked.statusCode()).as(blocked.body()).isEqualTo(200);
    assertVersion(blocked, salon.slot(START).toString(), 0);
    assertProblem(salon.book(START), 409, "slot-taken");
    assertThat(salon.call("POST", path + "/unblock", "").statusCode()).isEqualTo(200);
    assertThat(salon.book(START).statusCode()).isEqualTo(201);
    assertProblem(salon.call("POST", path + "/block", ""), 409, "slot-taken");
  }

  @Test
  void refusesVersionsThatAreNotTheNewest() {
    var name = "{\"name\":\"Other\"}";
    assertProblem(
        salon.call("PATCH", salon.path(), name, "If-Match", "\"7\""), 412, "version-conflict");
    assertThat(salon.call("PATCH", salon.path(), name, "If-Match", "\"0\"").statusCode())
        .isEqualTo(200);
    assertThat(salon.call("PATCH", salon.path(), name, "If-Match", "*").statusCode())
        .isEqualTo(200);
    for (var malformed : new String[] {"1", "W/\"1\"", "\"x\"", "\"1\", \"2\"", "\"-1\"", ""}) {
      assertProblem(
          salon.call("PATCH", salon.path(), name, "If-Match", malformed), 400, "validation-failed");
    }
    var body = Salon.bookingOf(salon.slot(START).toString());
    assertProblem(
        server.call("POST", "/api/bookings", null, body, "If-Match", "\"0\""),
        412,
        "version-conflict");
    var path = "/api/bookings/" + json(salon.book(START)).path("bookingId").asString();
    assertProblem(
        salon.call("POST", path + "/confirm", "", "If-Match", "\"5\""), 412, "version-conflict");
    assertThat(salon.call("POST", path + "/confirm", "", "If-Match", "\"0\"").statusCode())
        .isEqualTo(200);
    var slot = "/api/slots/" + salon.slot(START.plus(Duration.ofHours(2)));
    assertProblem(
        salon.call("POST", slot + "/block", "", "If-Match", "\"5\""), 412, "version-conflict");
  }

  @Test
  void describesItsEndpoints() {
    var description = server.call("GET", "/v3/api-docs", null, "").body();
    assertThat(description)
        .contains("/api/bookings/{bookingId}/reschedule")
        .contains("\"MONDAY\"")
        .contains("\"bearer\"")
        .doesNotContain("\"monday\"", "\"caller\"");
  }

  @Test
  void exportsTheMetricsThatAreDocumented() {
    assertThat(salon.book(START).statusCode()).isEqualTo(201);
    var meters = server.bean(MeterRegistry.class);
    var exported =
        meters.getMeters().stream()
            .map(meter -> meter.getId().getName())
            .collect(Collectors.toSet());
    var documented = DocumentedMetrics.of("command-service");
    assertThat(exported).containsAll(documented.fromTheStart());
    exported.removeIf(name -> !DocumentedMetrics.mustBeThere(name));
    assertThat(documented.names()).containsAll(exported);
    assertThat(meters.get("eventStore.successCounter").tag("payloadType", "booking.requested"))
        .satisfies(appended -> assertThat(appended.counter().count()).isPositive());
  }
}
