package io.slotkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.platform.security.OwnerKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class QueryHttpTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId slot = new SlotId(salon, chair, TEN);
  private final BookingId booking = history.book(slot, HALF_HOUR);
  private final BusinessId other = history.salon(history.newResource());
  private final BookingId foreign =
      history.book(new SlotId(other, history.newResource(), TEN), HALF_HOUR);

  private final Http anyone = new Http(service, null);
  private final Http owner = new Http(service, keyOf(salon));
  private final Http customer =
      new Http(service, service.context().getBean(ManageTokens.class).tokenOf(booking));

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
    service.feed(history.events());
  }

  @Test
  void showsABusinessToAnyoneAndItsNumberToItsOwnerOnly() {
    var path = "/api/businesses/" + salon;

    var shown = anyone.get(path);

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.contentType()).startsWith("application/json");
    assertThat(shown.body().path("businessId").asString()).isEqualTo(salon.value());
    assertThat(shown.body().path("timeZone").asString()).isEqualTo("Europe/Madrid");
    assertThat(shown.body().path("policy").path("slotLength").asString()).isEqualTo("PT30M");
    assertThat(shown.body().path("openingHours").path("MONDAY").get(0).path("from").asString())
        .isEqualTo("10:00");
    assertThat(shown.body().has("whatsappNumber")).isFalse();
    assertThat(shown.body().toString()).doesNotContain("a".repeat(64));
    assertThat(owner.get(path).body().path("whatsappNumber").asString()).isEqualTo("+34600111222");
    assertThat(owner.get("/api/businesses/" + other).body().has("whatsappNumber")).isFalse();
    assertThat(customer.get(path).body().has("whatsappNumber")).isFalse();
  }

  @Test
  void listsBusinessesWithNumbersForTheirOwnersOnly() {
    history.add(
        new BusinessEvent.BusinessProfileChanged(
            salon.value(), "Unmistakable", "Europe/Madrid", "+34600111222", "es"));
    service.feed(history.events());

    var found = anyone.get("/api/businesses?query=unmistak&limit=1").body().path("businesses");

    assertThat(found.size()).isEqualTo(1);
    assertThat(found.get(0).has("whatsappNumber")).isFalse();
    assertThat(
            owner
                .get("/api/businesses?query=unmistak")
                .body()
                .path("businesses")
                .get(0)
                .has("whatsappNumber"))
        .isTrue();
  }

  @Test
  void listsAWeekFromTodayUnlessAskedOtherwise() {
    var body = anyone.get(slots("")).body();

    assertThat(body.path("timeZone").asString()).isEqualTo("Europe/Madrid");
    assertThat(body.path("slots").size()).isEqualTo(7 * 20);
    assertThat(body.path("slots").get(0).path("localStart").asString())
        .isEqualTo("2026-12-01T10:00:00+01:00");
    assertThat(anyone.get(slots("?to=2026-12-01")).body().path("slots").size()).isEqualTo(20);
    assertThat(anyone.get(slots("?from=2026-12-05")).body().path("slots").size()).isEqualTo(7 * 20);
    assertThat(anyone.get(slots("?from=2026-12-01&to=2026-12-31")).status()).isEqualTo(200);
  }

  @Test
  void showsTheStateOfASlotToItsOwnerOnly() {
    assertThat(status(anyone.get("/api/slots/" + slot))).isEqualTo("UNAVAILABLE");
    assertThat(status(customer.get("/api/slots/" + slot))).isEqualTo("UNAVAILABLE");
    assertThat(status(owner.get("/api/slots/" + slot))).isEqualTo("BOOKED");
    assertThat(owner.get("/api/slots/" + slot).body().path("bookingId").asString())
        .isEqualTo(booking.value());
    assertThat(anyone.get("/api/slots/" + slot).body().has("bookingId")).isFalse();
    var listed = owner.get(slots("?from=2026-12-02&to=2026-12-02&status=BOOKED")).body();
    assertThat(listed.path("slots").size()).isEqualTo(1);
    assertThat(anyone.get(slots("?from=2026-12-02")).body().toString()).doesNotContain("BOOKED");
    assertThat(
            anyone
                .get(slots("?from=2026-12-02&to=2026-12-02&resource=" + history.newResource()))
                .body()
                .path("slots")
                .size())
        .isZero();
  }

  @Test
  void showsABookingToItsTwoSidesOnly() {
    var path = "/api/bookings/" + booking;
    for (var side : List.of(customer, owner)) {
      var shown = side.get(path);
      assertThat(shown.status()).isEqualTo(200);
      assertThat(status(shown)).isEqualTo("CONFIRMED");
      assertThat(shown.body().path("customer").path("phone").asString()).isEqualTo("+34600333444");
      assertThat(shown.body().path("start").asString()).isEqualTo("2026-12-02T09:00:00Z");
    }
    assertThat(anyone.get(path).status()).isEqualTo(401);
    assertThat(new Http(service, "nonsense").get(path).status()).isEqualTo(401);
  }

  @Test
  void answersHeadAsItAnswersGet() {
    for (var path : List.of("/api/businesses", slots(""), "/api/slots/" + slot)) {
      assertThat(anyone.head(path)).isEqualTo(200);
    }
    for (var list : List.of("/bookings", "/notifications")) {
      var path = "/api/businesses/" + salon + list;
      assertThat(owner.head(path)).isEqualTo(200);
      assertThat(customer.head(path)).isEqualTo(404);
    }
    assertThat(customer.head("/api/bookings/" + booking)).isEqualTo(200);
    assertThat(anyone.head("/api/bookings/" + booking)).isEqualTo(401);
  }

  @Test
  void answersAlikeForWhatIsForeignAndWhatIsAbsent() {
    var absentBooking = history.ids().newBookingId();
    var absentBusiness = history.ids().newBusinessId();
    var absent = owner.get("/api/bookings/" + absentBooking);
    assertThat(absent.status()).isEqualTo(404);

    for (var who : List.of(owner, customer)) {
      assertSame(who.get("/api/bookings/" + foreign), absent);
      assertSame(who.get("/api/bookings/" + absentBooking), absent);
      for (var list : List.of("/bookings", "/notifications")) {
        assertSame(who.get("/api/businesses/" + other + list), absent);
        assertSame(who.get("/api/businesses/" + absentBusiness + list), absent);
      }
    }
    for (var list : List.of("/bookings", "/notifications")) {
      assertSame(customer.get("/api/businesses/" + salon + list), absent);
      assertThat(anyone.get("/api/businesses/" + salon + list).status()).isEqualTo(401);
    }
  }

  @Test
  void showsTheOwnerWhatWasToldAndWhetherItArrived() {
    var failed = history.tell(booking, slot, NotificationKind.BOOKING_CONFIRMED).value();
    history.add(new NotificationAttempted(failed, salon.value(), 1));
    history.add(new NotificationFailed(failed, salon.value(), "131026", null));
    history.tell(booking, slot, NotificationKind.REMINDER);
    service.feed(history.events());
    var path = "/api/businesses/" + salon + "/notifications";

    var shown = owner.get(path + "?status=FAILED").body().path("notifications");

    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.get(0).propertyNames())
        .containsExactly(
            "notificationId",
            "bookingId",
            "kind",
            "recipient",
            "phone",
            "status",
            "failure",
            "start",
            "queuedAt",
            "attemptedAt",
            "failedAt",
            "attempts",
            "version");
    assertThat(shown.get(0).path("notificationId").asString()).isEqualTo(failed);
    assertThat(shown.get(0).path("phone").asString()).isEqualTo("+34600333444");
    assertThat(shown.get(0).path("failure").toString()).isEqualTo("{\"code\":\"131026\"}");
    var first = owner.get(path + "?limit=1").body();
    var cursor = first.path("nextCursor").asString();
    var second = owner.get(path + "?limit=1&cursor=" + cursor).body();
    assertThat(second.path("notifications").size()).isEqualTo(1);
    assertThat(second.path("notifications")).isNotEqualTo(first.path("notifications"));
    assertThat(second.has("nextCursor")).isFalse();
    assertRefused(owner.get(path + "?status=FAILED&cursor=" + cursor), "cursor");
    assertRefused(owner.get("/api/businesses/" + salon + "/bookings?cursor=" + cursor), "cursor");
  }

  @Test
  void listsBookingsByLocalDaysBothIncluded() {
    var late = new SlotId(salon, chair, Instant.parse("2026-12-02T22:30:00Z"));
    var id = history.book(late, HALF_HOUR);
    service.feed(history.events());

    assertThat(bookings("?from=2026-12-02&to=2026-12-02"))
        .containsExactly(booking.value(), id.value());
    assertThat(bookings("?from=2026-12-03")).isEmpty();
    assertThat(bookings("?to=2026-12-01")).isEmpty();
    assertThat(bookings("?status=CONFIRMED")).hasSize(2);
    assertThat(bookings("?status=PENDING")).isEmpty();
    var first = owner.get("/api/businesses/" + salon + "/bookings?limit=1").body();
    var cursor = first.path("nextCursor").asString();
    assertThat(bookings("?limit=1&cursor=" + cursor)).containsExactly(id.value());
  }

  @ParameterizedTest
  @CsvSource({
    "/slots?from=, from",
    "/slots?from=%20, from",
    "/slots?from=tomorrow, from",
    "/slots?from=2026-02-30, from",
    "/slots?from=9999-01-01, from",
    "/slots?from=-001-01-01, from",
    "/slots?from=-1, from",
    "/slots?from=2026-12-01T10:00, from",
    "/slots?from=%00, from",
    "/slots?to=2026-13-01, to",
    "/slots?to=2026-11-30, to",
    "/slots?from=2026-12-02&to=2026-12-01, to",
    "/slots?from=2026-12-01&to=2027-01-01, to",
    "/slots?resource=, resource",
    "/slots?resource=biz_00000000000000000000000000, resource",
    "/slots?status=, status",
    "/slots?status=available, status",
    "/slots?status=BOOKED, status",
    "/slots?form=2026-12-01, form",
    "/slots?from=2026-12-01&from=2026-12-02, from",
    "?query=x, query",
  })
  void namesTheParameterOfASlotListThatIsNotAcceptable(String query, String parameter) {
    assertRefused(anyone.get("/api/businesses/" + salon + query), parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=, limit",
    "limit=ten, limit",
    "limit=0, limit",
    "limit=-1, limit",
    "limit=201, limit",
    "limit=99999999999999999999, limit",
    "limit=1.5, limit",
    "from=2026-02-30, from",
    "to=-1, to",
    "from=2026-12-02&to=2026-12-01, to",
    "status=OPEN, status",
    "status=, status",
    "cursor=, cursor",
    "cursor=forged, cursor",
    "cursor=%00, cursor",
    "cursor=%C3%A9, cursor",
    "until=2026-12-01, until",
  })
  void namesTheParameterOfABookingListThatIsNotAcceptable(String query, String parameter) {
    assertRefused(owner.get("/api/businesses/" + salon + "/bookings?" + query), parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=, limit",
    "limit=0, limit",
    "limit=201, limit",
    "status=SENT, status",
    "status=failed, status",
    "status=, status",
    "status=READ&status=FAILED, status",
    "cursor=, cursor",
    "cursor=forged, cursor",
    "cursor=%00, cursor",
    "from=2026-12-01, from",
  })
  void namesTheParameterOfANotificationListThatIsNotAcceptable(String query, String parameter) {
    assertRefused(owner.get("/api/businesses/" + salon + "/notifications?" + query), parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "query=, query",
    "query=%20, query",
    "query=a%00b, query",
    "limit=0, limit",
    "cursor=AAAA, cursor",
    "q=salon, q",
  })
  void namesTheParameterOfABusinessListThatIsNotAcceptable(String query, String parameter) {
    assertRefused(anyone.get("/api/businesses?" + query), parameter);
  }

  @Test
  void namesAllParametersThatAreNotAcceptable() {
    assertThat(anyone.get(slots("?from=x&to=y&status=z")).refused())
        .containsExactlyInAnyOrder("from", "to", "status");
    assertRefused(anyone.get("/api/businesses?query=" + "x".repeat(121)), "query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/businesses/nonsense",
        "/api/businesses/res_00000000000000000000000000",
        "/api/businesses/biz_00000000000000000000000000",
        "/api/businesses/BIZ_00000000000000000000000000",
        "/api/businesses/nonsense/slots",
        "/api/businesses/biz_00000000000000000000000000/slots",
        "/api/businesses/biz_00000000000000000000000000/slots?from=2026-12-01",
        "/api/businesses/nonsense/bookings",
        "/api/businesses/nonsense/notifications",
        "/api/slots/nonsense",
        "/api/slots/slt_00000000000000000000000000_00000000000000000000000000_20261202T0900Z",
        "/api/slots/slt_00000000000000000000000000_00000000000000000000000000_20260230T0900Z",
        "/api/bookings/nonsense",
        "/api/bookings/biz_00000000000000000000000000",
        "/api/nothing"
      })
  void findsNothingUnderAnIdOfTheWrongKind(String path) {
    var answer = owner.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  private String keyOf(BusinessId businessId) {
    var key = service.context().getBean(OwnerKeys.class).newKey(businessId);
    history.add(new BusinessEvent.ApiKeyRotated(businessId.value(), key.hash()));
    return key.text();
  }

  private String slots(String query) {
    return "/api/businesses/" + salon + "/slots" + query;
  }

  private List<String> bookings(String query) {
    return owner
        .get("/api/businesses/" + salon + "/bookings" + query)
        .body()
        .path("bookings")
        .valueStream()
        .map(each -> each.path("bookingId").asString())
        .toList();
  }

  private static String status(Http.Answer answer) {
    return answer.body().path("status").asString();
  }

  private static void assertRefused(Http.Answer answer, String parameter) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("validation-failed");
    assertThat(answer.refused()).containsExactly(parameter);
  }

  private static void assertSame(Http.Answer answer, Http.Answer expected) {
    assertThat(answer.status()).isEqualTo(expected.status());
    assertThat(withoutPath(answer.body())).isEqualTo(withoutPath(expected.body()));
  }

  private static JsonNode withoutPath(JsonNode problem) {
    return ((ObjectNode) problem.deepCopy()).without("instance");
  }
}
