package io.slotkeeper.query;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint that is mapped, and what it answers whom. One without a row fails. */
class QueryAccessTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  /**
   * For each caller, the status for an own, a foreign and an absent id; where the path has none,
   * all are the same. Streams are asked by HEAD, and those that would change something by nothing
   * more.
   */
  private static final String TABLE =
      """
      GET /api/businesses                                  | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200
      GET /api/businesses/{businessId}                     | 200 200 404 | 200 200 404 | 200 200 404 | 200 200 404
      GET /api/businesses/{businessId}/slots               | 200 200 404 | 200 200 404 | 200 200 404 | 200 200 404
      GET /api/businesses/{businessId}/slots/stream        | 200 200 404 | 200 200 404 | 200 200 404 | 200 200 404
      GET /api/businesses/{businessId}/calendar.ics        | 404 404 404 | 404 404 404 | 404 404 404 | 404 404 404
      GET /api/slots/{slotId}                              | 200 200 404 | 200 200 404 | 200 200 404 | 200 200 404
      GET /api/slots/{slotId}/explain                      | 200 200 404 | 200 200 404 | 200 200 404 | 200 200 404
      GET /api/businesses/{businessId}/bookings            | 401 401 401 | 404 404 404 | 200 404 404 | 404 404 404
      GET /api/businesses/{businessId}/notifications       | 401 401 401 | 404 404 404 | 200 404 404 | 404 404 404
      GET /api/bookings/{bookingId}                        | 401 401 401 | 200 404 404 | 200 404 404 | 404 404 404
      GET /api/bookings/{bookingId}/history                | 401 401 401 | 200 404 404 | 200 404 404 | 404 404 404
      GET /api/admin/dead-letters                          | 401 401 401 | 404 404 404 | 404 404 404 | 200 200 200
      POST /api/admin/dead-letters/{group}/retry           | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      DELETE /api/admin/dead-letters/{group}/{sequence}    | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      GET /api/admin/projections                           | 401 401 401 | 404 404 404 | 404 404 404 | 200 200 200
      GET /api/admin/projections/{name}                    | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      GET /api/admin/projections/{name}/stream             | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      POST /api/admin/projections/{name}/rebuild           | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      DELETE /api/admin/projections/{name}/rebuild         | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      GET /api/health                                      | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200
      GET /api/metrics                                     | 401 401 401 | 404 404 404 | 404 404 404 | 200 200 200
      GET /v3/api-docs                                     | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200
      GET /v3/api-docs.yaml                                | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200
      GET /v3/api-docs/swagger-config                      | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200
      GET /swagger-ui.html                                 | 302 302 302 | 302 302 302 | 302 302 302 | 302 302 302
      ANY /error                                           | 401 401 401 | 404 404 404 | 404 404 404 | 404 404 404
      """;

  private static final Map<String, String> ROWS =
      TABLE
          .lines()
          .map(line -> line.split("\\|", 2))
          .collect(toMap(cells -> cells[0].strip(), cells -> cells[1].strip()));

  private final Recording recording = new Recording();
  private final QueryService service = recording.service();
  private final History history = recording.history();
  private final ResourceId chair = history.newResource();
  private final ResourceId otherChair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final BusinessId otherSalon = history.salon(otherChair);
  private final BookingId booking = history.request(new SlotId(salon, chair, TEN), HALF_HOUR);
  private final BookingId otherBooking =
      history.request(new SlotId(otherSalon, otherChair, TEN), HALF_HOUR);
  private final Http owner = recording.owner(salon);
  private final Http customer = recording.customer(booking);
  private final Http admin = new Http(service, "admin-of-the-tests");
  private final Http anyone = recording.anyone();
  private final Http nobody = new Http(service, "bad");

  QueryAccessTest() {
    recording.appendAndProject();
  }

  @Test
  void hasARowForEveryEndpoint() {
    var mapped =
        Endpoint.mapped(service).map(Endpoint::toString).collect(toCollection(TreeSet::new));
    assertThat(mapped).isEqualTo(new TreeSet<>(ROWS.keySet()));
  }

  @Test
  void answersEachCallerWhatTheTableSays() {
    var actual = new TreeMap<String, String>();
    ROWS.keySet()
        .forEach(
            call -> {
              actual.put(
                  call,
                  Stream.of(anyone, customer, owner, admin)
                      .map(caller -> "%d %d %d".formatted((Object[]) statuses(call, caller)))
                      .collect(joining(" | ")));
              if (!call.contains("/error")) {
                assertThat(statuses(call, nobody)).as(call).containsOnly(401);
              }
            });
    assertThat(actual).isEqualTo(new TreeMap<>(ROWS));
  }

  private Integer[] statuses(String call, Http caller) {
    var parts = call.split(" ", 2);
    var own = send(caller, parts[0], own(parts[1]));
    var foreign = send(caller, parts[0], foreign(parts[1]));
    var absent = send(caller, parts[0], absent(parts[1]));
    if (foreign.statusCode() == absent.statusCode() && absent.statusCode() >= 400) {
      assertThat(foreign.body().replace(foreign(parts[1]), ""))
          .isEqualTo(absent.body().replace(absent(parts[1]), ""));
      assertThat(headers(foreign)).isEqualTo(headers(absent));
    }
    return new Integer[] {own.statusCode(), foreign.statusCode(), absent.statusCode()};
  }

  private static Set<String> headers(HttpResponse<String> response) {
    var names = new TreeSet<>(response.headers().map().keySet());
    // Every hundredth answer on a connection ends it.
    names.remove("connection");
    return names;
  }

  private static HttpResponse<String> send(Http caller, String method, String path) {
    boolean stream = path.endsWith("/slots/stream");
    var request =
        caller
            .request(path)
            .method(
                stream ? "HEAD" : method.equals("ANY") ? "GET" : method,
                HttpRequest.BodyPublishers.noBody());
    return Http.send(request, BodyHandlers.ofString());
  }

  private String own(String pattern) {
    return filled(pattern, salon.value(), booking.value(), chair);
  }

  private String foreign(String pattern) {
    return filled(pattern, otherSalon.value(), otherBooking.value(), otherChair);
  }

  private static String absent(String pattern) {
    var none = "0".repeat(26);
    return filled(pattern, "biz_" + none, "bkg_" + none, new ResourceId("res_" + none));
  }

  private static String filled(
      String pattern, String businessId, String bookingId, ResourceId resource) {
    return pattern
        .replace("{businessId}", businessId)
        .replace("{bookingId}", bookingId)
        .replace("{slotId}", new SlotId(new BusinessId(businessId), resource, TEN).toString())
        .replace("{group}", "nothing")
        .replace("{sequence}", "nothing")
        .replace("{name}", "nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/businesses/%s/bookings;jsessionid=1",
        "/api/businesses;a=b/%s/bookings",
        "/api/businesses/%s//bookings",
        "//api/businesses/%s/bookings",
        "/api/businesses/%s/bookings/",
        "/api/businesses/%s%%2Fbookings",
        "/api/businesses/%s/%%62ookings",
        "/api/businesses/%s/./bookings",
        "/api/businesses/%s/slots/../bookings",
        "/api/businesses/%s/slots/%%2e%%2e/bookings",
        "/api/businesses/%s/bookings.json",
        "/api/businesses/%s/BOOKINGS",
        "/API/businesses/%s/bookings",
        "/api/businesses/%s/bookings%%00",
        "/api/businesses/%s/bookings%%0d%%0a",
        "/api/businesses/%s%%5cbookings",
        "/swagger-ui/../api/businesses/%s/bookings",
        "/v3/api-docs/..;/../api/businesses/%s/bookings"
      })
  void knowsNoSpellingThatGoesPastARule(String spelling) {
    var response =
        Http.send(anyone.request(spelling.formatted(salon)).GET(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isIn(400, 401, 404);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }
}
