package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every command is refused where its caller has seen another version than there is. */
@SuppressWarnings("NullAway.Init")
class StaleVersionsTest {
  private static final String BUSINESS = "/api/businesses/{businessId}";
  private static final String BOOKING = "/api/bookings/{bookingId}";
  private static final String SPAN = "{\"from\":\"2027-08-01\",\"to\":\"2027-08-02\"}";

  /** The body that each command takes. */
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("POST /api/businesses", Salon.REGISTRATION),
          Map.entry("PATCH " + BUSINESS, "{\"name\":\"Other\"}"),
          Map.entry("PUT " + BUSINESS + "/opening-hours", "{}"),
          Map.entry("PUT " + BUSINESS + "/policy", "{}"),
          Map.entry("PUT " + BUSINESS + "/special-hours/{date}", "{\"ranges\":[]}"),
          Map.entry("DELETE " + BUSINESS + "/special-hours/{date}", ""),
          Map.entry("POST " + BUSINESS + "/closures", SPAN),
          Map.entry("DELETE " + BUSINESS + "/closures/{closureId}", ""),
          Map.entry("POST " + BUSINESS + "/resources", "{\"name\":\"Other\"}"),
          Map.entry("PATCH " + BUSINESS + "/resources/{resourceId}", "{\"name\":\"Other\"}"),
          Map.entry("DELETE " + BUSINESS + "/resources/{resourceId}", ""),
          Map.entry("POST " + BUSINESS + "/api-key/rotate", ""),
          Map.entry("POST " + BUSINESS + "/calendar-link/rotate", ""),
          Map.entry("POST " + BUSINESS + "/customers/erase", "{\"phone\":\"+34600333444\"}"),
          Map.entry("POST " + BUSINESS + "/suspend", ""),
          Map.entry("POST " + BUSINESS + "/resume", ""),
          Map.entry("POST " + BUSINESS + "/close", ""),
          Map.entry("POST /api/slots/{slotId}/block", ""),
          Map.entry("POST /api/slots/{slotId}/unblock", ""),
          Map.entry("POST /api/bookings", "{slot}"),
          Map.entry("POST " + BOOKING + "/erase-customer", ""),
          Map.entry("POST " + BOOKING + "/confirm", ""),
          Map.entry("POST " + BOOKING + "/reject", ""),
          Map.entry("POST " + BOOKING + "/cancel", ""),
          Map.entry("POST " + BOOKING + "/reschedule", "{\"slotId\":\"{other}\"}"),
          Map.entry("POST " + BOOKING + "/complete", ""),
          Map.entry("POST " + BOOKING + "/no-show", ""));

  /** They change no aggregate, so that there is no version to have seen. */
  private static final Set<String> WITHOUT_VERSION =
      Set.of(
          "POST /api/admin/dead-letters/{group}/retry",
          "DELETE /api/admin/dead-letters/{group}/{sequence}",
          // What Meta reports has happened, whatever anybody has seen.
          "POST /webhooks/whatsapp");

  private static CommandServer server;
  private static Salon salon;
  private static String bookingId;
  private static String manageToken;
  private static String closureId;

  @BeforeAll
  static void start() {
    server = CommandServer.start(Map.of());
    salon = Salon.register(server);
    var booking = json(salon.book(START));
    bookingId = booking.path("bookingId").asString();
    manageToken = booking.path("manageToken").asString();
    var closure = salon.call("POST", salon.path() + "/closures", SPAN);
    closureId = json(closure).path("closureId").asString();
    salon.call("PUT", salon.path() + "/special-hours/2027-12-24", "{\"ranges\":[]}");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void knowsEveryCommand() {
    var mapped =
        Endpoint.mapped(server)
            .filter(endpoint -> !Set.of("GET", "ANY").contains(endpoint.method()))
            .map(Endpoint::toString)
            .collect(toSet());
    var known = new HashSet<>(COMMANDS.keySet());
    known.addAll(WITHOUT_VERSION);
    assertThat(mapped).isEqualTo(known);
  }

  @Test
  void refusesStaleVersions() {
    int events = server.events();
    COMMANDS.forEach(
        (call, body) -> {
          var response = send(call, body, "\"99\"");
          assertThat(response.statusCode()).as("%s: %s", call, response.body()).isEqualTo(412);
          assertThat(json(response).path("code").asString()).isEqualTo("version-conflict");
        });
    assertThat(server.events()).isEqualTo(events);
  }

  private static HttpResponse<String> send(String call, String body, String version) {
    var parts = call.split(" ", 2);
    var token = call.equals("POST /api/businesses") ? CommandServer.ADMIN : salon.key();
    if (call.endsWith("/erase-customer")) {
      token = manageToken;
    }
    return server.call(parts[0], filled(parts[1]), token, filled(body), "If-Match", version);
  }

  private static String filled(String text) {
    return text.replace("{businessId}", salon.businessId().value())
        .replace("{resourceId}", salon.resourceId().value())
        .replace("{closureId}", closureId)
        .replace("{date}", "2027-12-24")
        .replace("{slotId}", salon.slot(START.plusSeconds(7200)).toString())
        .replace("{other}", salon.slot(START.plusSeconds(3600)).toString())
        .replace("{slot}", Salon.bookingOf(salon.slot(START.plusSeconds(3600)).toString()))
        .replace("{bookingId}", bookingId);
  }
}
