package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every endpoint, and who may call it; all others find nothing. */
@SuppressWarnings("NullAway.Init")
class CommandAccessTest {
  private enum Who {
    ANYONE,
    ADMIN,
    OWNER,
    OTHER_OWNER,
    CUSTOMER,
    OTHER_CUSTOMER
  }

  private static final Set<Who> ADMIN = EnumSet.of(Who.ADMIN);
  private static final Set<Who> OWNER = EnumSet.of(Who.OWNER);
  private static final Set<Who> CUSTOMER_OR_OWNER = EnumSet.of(Who.CUSTOMER, Who.OWNER);
  private static final Set<Who> ALL = EnumSet.allOf(Who.class);

  private static final Map<String, Set<Who>> RULES =
      Map.ofEntries(
          entry("POST /api/businesses", ADMIN),
          entry("PATCH /api/businesses/{businessId}", OWNER),
          entry("PUT /api/businesses/{businessId}/opening-hours", OWNER),
          entry("PUT /api/businesses/{businessId}/policy", OWNER),
          entry("PUT /api/businesses/{businessId}/special-hours/{date}", OWNER),
          entry("DELETE /api/businesses/{businessId}/special-hours/{date}", OWNER),
          entry("POST /api/businesses/{businessId}/closures", OWNER),
          entry("DELETE /api/businesses/{businessId}/closures/{closureId}", OWNER),
          entry("POST /api/businesses/{businessId}/resources", OWNER),
          entry("PATCH /api/businesses/{businessId}/resources/{resourceId}", OWNER),
          entry("DELETE /api/businesses/{businessId}/resources/{resourceId}", OWNER),
          entry(
              "POST /api/businesses/{businessId}/api-key/rotate", EnumSet.of(Who.OWNER, Who.ADMIN)),
          entry("POST /api/businesses/{businessId}/customers/erase", OWNER),
          entry("POST /api/businesses/{businessId}/calendar-link/rotate", OWNER),
          entry("POST /api/businesses/{businessId}/suspend", OWNER),
          entry("POST /api/businesses/{businessId}/resume", OWNER),
          entry("POST /api/businesses/{businessId}/close", OWNER),
          entry("POST /api/slots/{slotId}/block", OWNER),
          entry("POST /api/slots/{slotId}/unblock", OWNER),
          entry("POST /api/bookings", ALL),
          entry("POST /api/bookings/{bookingId}/erase-customer", EnumSet.of(Who.CUSTOMER)),
          entry("POST /api/bookings/{bookingId}/confirm", OWNER),
          entry("POST /api/bookings/{bookingId}/reject", OWNER),
          entry("POST /api/bookings/{bookingId}/cancel", CUSTOMER_OR_OWNER),
          entry("POST /api/bookings/{bookingId}/reschedule", CUSTOMER_OR_OWNER),
          entry("POST /api/bookings/{bookingId}/complete", OWNER),
          entry("POST /api/bookings/{bookingId}/no-show", OWNER));

  /** Calls that take no header and no body, and what comes of them. */
  private static final Map<String, Integer> FOR_THE_ADMINISTRATOR =
      Map.of(
          "GET /api/metrics", 200,
          "GET /api/admin/dead-letters", 200,
          "POST /api/admin/dead-letters/{group}/retry", 200,
          "DELETE /api/admin/dead-letters/{group}/{sequence}", 404);

  /** Those that need no credentials and no body; the webhook is not configured here. */
  private static final Map<String, Integer> FOR_ALL =
      Map.of(
          "GET /api/health", 200,
          "GET /webhooks/whatsapp", 404,
          "POST /webhooks/whatsapp", 404,
          "GET /v3/api-docs", 200,
          "GET /v3/api-docs.yaml", 200,
          "GET /v3/api-docs/swagger-config", 200,
          "GET /swagger-ui.html", 302);

  private static CommandServer server;
  private static Salon salon;
  private static String bookingId;
  private static Salon other;
  private static String otherBookingId;
  private static Map<Who, String> tokens;

  @BeforeAll
  static void start() {
    server = CommandServer.start(Map.of());
    salon = Salon.register(server);
    var booking = json(salon.book(START));
    bookingId = booking.path("bookingId").asString();
    tokens = new EnumMap<>(Who.class);
    tokens.put(Who.ADMIN, CommandServer.ADMIN);
    tokens.put(Who.OWNER, salon.key());
    other = Salon.register(server);
    otherBookingId = json(other.book(START)).path("bookingId").asString();
    tokens.put(Who.OTHER_OWNER, other.key());
    tokens.put(Who.CUSTOMER, booking.path("manageToken").asString());
    var another = json(salon.book(START.plus(Duration.ofHours(1))));
    tokens.put(Who.OTHER_CUSTOMER, another.path("manageToken").asString());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path(String pattern) {
    return pattern
        .replace("{businessId}", salon.businessId().value())
        .replace("{resourceId}", salon.resourceId().value())
        .replace("{closureId}", salon.businessId().value().replace("biz", "cls"))
        .replace("{date}", "2027-12-24")
        .replace("{slotId}", salon.slot(START).toString())
        .replace("{bookingId}", bookingId)
        .replace("{group}", "whatsapp-delivery")
        .replace("{sequence}", "nobody");
  }

  @Test
  void hasARuleForEveryEndpoint() {
    var mapped = Endpoint.mapped(server).map(Endpoint::toString).collect(toSet());
    var expected = new HashSet<>(RULES.keySet());
    expected.addAll(FOR_THE_ADMINISTRATOR.keySet());
    expected.addAll(FOR_ALL.keySet());
    expected.add("ANY /error");
    assertThat(mapped).isEqualTo(expected);
  }

  @Test
  void answersAnyoneWhatNeedsNoCredentials() {
    FOR_ALL.forEach(
        (call, status) -> {
          var parts = call.split(" ", 2);
          for (var who : Who.values()) {
            var response = server.call(parts[0], parts[1], tokens.get(who), "");
            assertThat(response.statusCode()).as("%s by %s", call, who).isEqualTo(status);
          }
        });
  }

  @Test
  void refusesBadCredentialsEverywhere() {
    Stream.of(RULES, FOR_THE_ADMINISTRATOR, FOR_ALL)
        .flatMap(calls -> calls.keySet().stream())
        .forEach(
            call -> {
              var parts = call.split(" ", 2);
              var response = server.call(parts[0], path(parts[1]), "bad", "");
              assertThat(response.statusCode()).as(call).isEqualTo(401);
            });
  }

  @Test
  void answersForForeignIdsAsForAbsentOnes() {
    var absent = "0".repeat(26);
    var foreignIds = new Ids(other.businessId().value(), otherBookingId);
    var absentIds = new Ids("biz_" + absent, "bkg_" + absent);
    RULES.keySet().stream()
        .filter(
            call ->
                call.contains("{businessId}")
                    || call.contains("{slotId}")
                    || call.contains("{bookingId}"))
        .forEach(
            call -> {
              var whos = EnumSet.of(Who.ADMIN, Who.OWNER, Who.CUSTOMER);
              if (RULES.getOrDefault(call, Set.of()).contains(Who.ADMIN)) {
                // To whom no business is foreign.
                whos.remove(Who.ADMIN);
              }
              for (var who : whos) {
                assertThat(refusal(call, who, foreignIds))
                    .as("%s by %s", call, who)
                    .isEqualTo(refusal(call, who, absentIds));
              }
            });
  }

  private record Ids(String business, String booking) {}

  private static String refusal(String call, Who who, Ids ids) {
    var parts = call.split(" ", 2);
    var slot = new SlotId(new BusinessId(ids.business()), salon.resourceId(), START).toString();
    var path =
        path(
            parts[1]
                .replace("{businessId}", ids.business())
                .replace("{slotId}", slot)
                .replace("{bookingId}", ids.booking()));
    var response = server.call(parts[0], path, tokens.get(who), "{}");
    assertThat(response.statusCode()).as("%s by %s", call, who).isEqualTo(404);
    var headers = new TreeSet<>(response.headers().map().keySet());
    // Every hundredth answer on a connection ends it.
    headers.remove("connection");
    return response.body().replace(path, "") + headers;
  }

  @Test
  void letsInThoseWhoMayAndNobodyElse() {
    int events = server.events();
    RULES.forEach(
        (call, allowed) ->
            Stream.of(Who.values()).forEach(who -> assertAnswer(call, who, allowed.contains(who))));
    assertThat(server.events()).isEqualTo(events);
  }

  @Test
  void letsOnlyTheAdministratorSeeDeadLetters() {
    FOR_THE_ADMINISTRATOR.forEach(
        (call, status) -> {
          var parts = call.split(" ", 2);
          for (var who : Who.values()) {
            var response = server.call(parts[0], path(parts[1]), tokens.get(who), "");
            int refusal = who == Who.ANYONE ? 401 : 404;
            assertThat(response.statusCode())
                .as("%s by %s: %s", call, who, response.body())
                .isEqualTo(who == Who.ADMIN ? status : refusal);
          }
        });
  }

  private static void assertAnswer(String call, Who who, boolean allowed) {
    var parts = call.split(" ", 2);
    // Whoever is let in is told of the header or the body; whoever is not must not be.
    var response =
        server.call(parts[0], path(parts[1]), tokens.get(who), "{", "If-Match", "malformed");
    int refusal = who == Who.ANYONE ? 401 : 404;
    assertThat(response.statusCode())
        .as("%s by %s: %s", call, who, response.body())
        .isEqualTo(allowed ? 400 : refusal);
  }

  @Test
  void tellsNothingOfWhatCallersMayNotSee() {
    var absent = bookingId.substring(0, bookingId.length() - 4) + "0000";
    var hidden = bookingAnswer(bookingId);
    assertThat(hidden).isEqualTo(bookingAnswer(absent)).isEqualTo(bookingAnswer("nonsense"));
  }

  private static String bookingAnswer(String id) {
    var path = "/api/bookings/%s/cancel".formatted(id);
    var response = server.call("POST", path, tokens.get(Who.OTHER_OWNER), "");
    assertThat(response.statusCode()).isEqualTo(404);
    return response.body().replace(path, "") + response.headers().map().keySet();
  }

  @Test
  void letsAnyoneRegisterWhereThatIsOpen() {
    try (var open = CommandServer.start(Map.of("slotkeeper.registration.open", true))) {
      var response = open.call("POST", "/api/businesses", null, Salon.REGISTRATION);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }
  }
}
