package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.command.http.BadInput.Good;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every body, and everything that it may not be. Nothing is appended. */
@SuppressWarnings("NullAway.Init")
class BadInputTest {
  private static final String BUSINESS = "/api/businesses/{businessId}";
  private static final String BOOKING = "/api/bookings/{bookingId}";

  private static CommandServer server;
  private static Salon salon;
  private static String bookingId;
  private static String unknownResource;
  private int events;

  @BeforeAll
  static void start() {
    // Messages and codes are the same for every server.
    Locale.setDefault(Locale.forLanguageTag("es-ES"));
    server = CommandServer.start(Map.of());
    salon = Salon.register(server);
    bookingId = json(salon.book(START)).path("bookingId").asString();
    unknownResource = salon.resourceId().value().replaceAll("....$", "0000");
  }

  @AfterAll
  static void stop() {
    server.close();
    Locale.setDefault(Locale.ENGLISH);
  }

  @BeforeEach
  void count() {
    events = server.events();
  }

  @AfterEach
  void appendsNothing() {
    assertThat(server.events()).isEqualTo(events);
  }

  static Stream<BadInput> bodies() {
    return Stream.of(
            registrations(),
            profiles(),
            hours(),
            specialHours(),
            policies(),
            closures(),
            resources(),
            bookings(),
            otherBookingCommands())
        .flatMap(each -> each);
  }

  private static Stream<BadInput> registrations() {
    var good =
        new Good(
            "POST /api/businesses",
            """
            {"name":"a","timeZone":"Europe/Madrid","whatsappNumber":"+34600111222","locale":"es",
             "resources":[{"name":"a"}],
             "openingHours":{"MONDAY":[{"from":"09:00","to":"10:00"}]},
             "policy":{"horizonDays":3}}\
            """);
    return Stream.of(
            good.required("/name", "/timeZone", "/whatsappNumber", "/resources/0/name"),
            good.text("/name", 120),
            good.form(
                "/timeZone",
                "unknown-time-zone",
                "Europe/Nowhere",
                "+02:00",
                "UTC+2",
                "europe/madrid",
                "SystemV/EST5",
                "CET DST"),
            good.form(
                "/whatsappNumber",
                "not-a-phone-number",
                "600111222",
                "+34",
                "+999123456789",
                "+34 600 111",
                "+346001112223334445",
                "0034600111222",
                "+34600111222 ext 5",
                "+1 800 FLOWERS",
                "+３４600111222"),
            good.form("/locale", "not-a-language-tag", "e", "es_ES", "und", "es-"),
            good.text("/resources/0/name", 120),
            good.with("/resources", "wrong-type", "{}", "\"a\"", "1", "true"),
            good.with("/resources", "null", "null"),
            good.with("/resources/0", "wrong-type", "\"a\"", "1", "[]"),
            good.with("/resources/0", "null", "null"),
            good.with(
                "/resources",
                "too-many",
                "[%s]".formatted("{\"name\":\"a\"},".repeat(200) + "{\"name\":\"a\"}")),
            good.with("/openingHours", "wrong-type", "[]", "\"always\"", "1"),
            good.with("/openingHours", "null", "null"),
            good.with("/openingHours/MONDAY/0/to", "out-of-order", "\"08:00\""),
            good.with("/policy", "wrong-type", "[]", "1", "true", "\"a\""),
            good.with("/policy", "null", "null"),
            good.with("/policy/horizonDays", "out-of-range", "0"),
            good.unknownIn(
                "", "/resources/0", "/openingHours", "/openingHours/MONDAY/0", "/policy"))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> profiles() {
    var good = new Good("PATCH " + BUSINESS, "{}");
    return Stream.of(
            good.text("/name", 120),
            good.form("/timeZone", "unknown-time-zone", "Mars/Olympus"),
            good.form("/whatsappNumber", "not-a-phone-number", "600111222"),
            good.form("/locale", "not-a-language-tag", "123456789"),
            good.unknownIn(""))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> hours() {
    var good =
        new Good(
            "PUT %s/opening-hours".formatted(BUSINESS),
            "{\"FRIDAY\":[{\"from\":\"09:00\",\"to\":\"10:00\"}]}");
    return Stream.of(
            good.required("/FRIDAY/0/from", "/FRIDAY/0/to"),
            good.form(
                "/FRIDAY/0/from",
                "not-a-time",
                "24:00",
                "25:00",
                "9:00",
                "09:60",
                "09:00:00",
                "٠٩:٠٠"),
            good.form("/FRIDAY/0/to", "not-a-time", "24:01", "00:60"),
            good.with("/FRIDAY/0/to", "out-of-order", "\"09:00\"", "\"08:59\"", "\"00:00\""),
            good.with(
                "/FRIDAY",
                "overlapping",
                "[{\"from\":\"09:00\",\"to\":\"11:00\"},{\"from\":\"10:59\",\"to\":\"12:00\"}]",
                "[{\"from\":\"09:00\",\"to\":\"11:00\"},{\"from\":\"09:00\",\"to\":\"11:00\"}]"),
            good.with("/FRIDAY", "wrong-type", "{}", "\"closed\"", "1", "true"),
            good.with("/FRIDAY", "null", "null"),
            good.with("/FRIDAY", "too-many", "[%s]".formatted("{},".repeat(48) + "{}")),
            good.with("/FRIDAY/0", "null", "null"),
            good.with("/FRIDAY/0", "wrong-type", "[]", "\"09:00\""),
            good.with("/FRYDAY", "unknown-field", "[]"),
            good.with("/friday", "unknown-field", "[]"),
            good.unknownIn("/FRIDAY/0"))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> specialHours() {
    var good =
        new Good(
            "PUT %s/special-hours/2027-12-24".formatted(BUSINESS),
            "{\"ranges\":[{\"from\":\"09:00\",\"to\":\"10:00\"}]}");
    return Stream.of(
            good.required("/ranges", "/ranges/0/from", "/ranges/0/to"),
            good.with("/ranges", "null", "null"),
            good.with("/ranges", "wrong-type", "{}", "\"\"", "1"),
            good.with("/ranges/0/to", "out-of-order", "\"09:00\""),
            good.form("/ranges/0/from", "not-a-time"),
            good.unknownIn("", "/ranges/0"))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> policies() {
    var good =
        new Good(
            "PUT %s/policy".formatted(BUSINESS),
            """
            {"slotLength":"PT30M","approval":"MANUAL","approvalWindow":"PT2H",
             "minimumNotice":"PT0S","horizonDays":30,"cancellationCutOff":"PT2H",
             "reminders":["PT24H","PT2H"]}\
            """);
    return Stream.of(
            good.form("/slotLength", "not-a-duration", "30", "30M", "P1M", "PT", "PT1e3S"),
            good.with(
                "/slotLength",
                "out-of-range",
                "\"PT4M\"",
                "\"PT8H1M\"",
                "\"PT0S\"",
                "\"-PT30M\"",
                "\"PT30M1S\"",
                "\"PT30.5S\"",
                "\"P106751991167300D\""),
            good.form("/approval", "unknown-value", "manual", "AUTO"),
            good.form("/approvalWindow", "not-a-duration"),
            good.with("/approvalWindow", "out-of-range", "\"PT59S\"", "\"P31D\""),
            good.form("/minimumNotice", "not-a-duration"),
            good.with("/minimumNotice", "out-of-range", "\"-PT1S\"", "\"P366D\""),
            good.with(
                "/horizonDays",
                "out-of-range",
                "0",
                "-1",
                "731",
                "2147483648",
                "99999999999999999999999999"),
            good.with("/horizonDays", "wrong-type", "\"30\"", "30.0", "true", "[]", "{}", "\"\""),
            good.with("/horizonDays", "null", "null"),
            good.form("/cancellationCutOff", "not-a-duration"),
            good.with("/cancellationCutOff", "out-of-range", "\"-PT1S\"", "\"P366D\""),
            // Jackson loses its place at a list within a list of strings: malformed, but refused.
            good.form("/reminders/1", "not-a-duration")
                .filter(bad -> !bad.body().contains("[\"a\"]")),
            good.with("/reminders/0", "out-of-range", "\"PT59S\"", "\"P31D\""),
            good.with(
                "/reminders", "too-many", "[%s]".formatted("\"PT1H\",".repeat(5) + "\"PT2H\"")),
            good.with("/reminders", "wrong-type", "{}", "\"PT1H\"", "1"),
            good.with("/reminders", "null", "null"),
            good.unknownIn(""))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> closures() {
    var good =
        new Good(
            "POST %s/closures".formatted(BUSINESS),
            "{\"from\":\"2027-08-01\",\"to\":\"2027-08-02\",\"reason\":\"a\"}");
    return Stream.of(
            good.required("/from", "/to"),
            good.form(
                "/from",
                "not-a-date",
                "2027-02-29",
                "2027-13-01",
                "2027-8-1",
                "01/08/2027",
                "2027-08-01T24:00",
                "2027-08-01T10:00Z",
                "2027-08-01 10:00",
                "+12027-01-01"),
            good.form("/to", "not-a-date", "2027-04-31"),
            good.with("/from", "out-of-range", "\"1999-12-31\""),
            good.with("/to", "out-of-range", "\"9999-12-31\""),
            good.with("/to", "out-of-order", "\"2027-07-31\""),
            good.with("/to", "mixed", "\"2027-08-02T10:00\""),
            good.form("/resourceId", "not-an-id", "biz_00000000000000000000000000"),
            good.text("/reason", 200),
            good.unknownIn(""))
        .flatMap(each -> each);
  }

  private static Stream<BadInput> resources() {
    return Stream.of("POST %s/resources", "PATCH %s/resources/{resourceId}")
        .map(call -> new Good(call.formatted(BUSINESS), "{\"name\":\"a\"}"))
        .flatMap(
            good ->
                Stream.of(good.required("/name"), good.text("/name", 120), good.unknownIn(""))
                    .flatMap(each -> each));
  }

  private static Stream<BadInput> bookings() {
    var good = new Good("POST /api/bookings", Salon.bookingOf("{slotId}"));
    return Stream.of(
            good.required("/slotId", "/customer", "/customer/name", "/customer/phone", "/consent"),
            good.form("/slotId", "not-an-id", wrongSlotIds()),
            good.with("/customer", "wrong-type", "[]", "\"a\"", "1", "true"),
            good.with("/customer", "null", "null"),
            good.text("/customer/name", 80),
            good.form("/customer/phone", "not-a-phone-number", "600333444", "+34123", "+1 555"),
            good.text("/note", 500).filter(bad -> !bad.body().contains("\\u000a")),
            good.with("/consent", "must-be-true", "false"),
            good.with("/consent", "wrong-type", "\"true\"", "1", "0", "[]", "{}", "\"\""),
            good.with("/consent", "null", "null"),
            good.unknownIn("", "/customer"))
        .flatMap(each -> each);
  }

  private static String[] wrongSlotIds() {
    return new String[] {
      "bkg_00000000000000000000000000",
      "slt_1_2_20270303T0900Z",
      "slt_%1$s_%1$s_20270303T0900".formatted("0".repeat(26)),
      "slt_%1$s_%1$s_20270230T0900Z".formatted("0".repeat(26)),
      "slt_%1$s_%1$s_20270303T2400Z".formatted("0".repeat(26)),
      "slt_%1$s_%1$s_20270303T0960Z".formatted("0".repeat(26)),
      "slt_%1$s_%1$s_20270303T0900Z".formatted("8" + "0".repeat(25)),
      "slt_%1$s_%1$s_20270303T0900Z".formatted("O".repeat(26)),
      " slt_%1$s_%1$s_20270303T0900Z".formatted("0".repeat(26)),
      "SLT_%1$s_%1$s_20270303T0900Z".formatted("0".repeat(26)),
      "slt_%1$s_%1$s_20270303t0900z".formatted("0".repeat(26))
    };
  }

  private static Stream<BadInput> otherBookingCommands() {
    var move = new Good("POST %s/reschedule".formatted(BOOKING), "{\"slotId\":\"{slotId}\"}");
    return Stream.concat(
        Stream.of(move.required("/slotId"), move.form("/slotId", "not-an-id"), move.unknownIn(""))
            .flatMap(each -> each),
        Stream.of("POST %s/reject", "POST %s/cancel")
            .map(call -> new Good(call.formatted(BOOKING), "{}"))
            .flatMap(good -> Stream.concat(good.text("/reason", 200), good.unknownIn(""))));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void pointsAtWhatIsWrong(BadInput bad) {
    var response = send(bad.call(), bad.body());
    assertThat(response.statusCode()).as("%s: %s", bad, response.body()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(response).path("code").asString())
        .as(bad.toString())
        .isEqualTo("validation-failed");
    assertThat(json(response).path("errors"))
        .as(response.body())
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isEqualTo(bad.pointer());
              assertThat(error.path("code").asString()).isEqualTo(bad.code());
              assertThat(error.path("message").asString()).matches("(is|must) .*");
            });
  }

  private static HttpResponse<String> send(String call, String body) {
    var parts = call.split(" ", 2);
    var path =
        parts[1]
            .replace("{businessId}", salon.businessId().value())
            .replace("{resourceId}", salon.resourceId().value())
            .replace("{bookingId}", bookingId);
    var token = parts[1].equals("/api/businesses") ? CommandServer.ADMIN : salon.key();
    var free = salon.slot(START.plus(Duration.ofHours(3))).toString();
    return server.call(parts[0], path, token, body.replace("{slotId}", free));
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).path("code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "\"a\"", "1", "{}{}", "{\"name\":\"a\",\"name\":\"b\"}", "{'a':1}"})
  void refusesWhatIsNoJsonObject(String body) {
    for (var call :
        List.of(
            "POST /api/businesses",
            "PATCH " + BUSINESS,
            "POST /api/bookings",
            "PUT %s/policy".formatted(BUSINESS),
            "POST %s/reschedule".formatted(BOOKING))) {
      assertProblem(send(call, body), 400, "malformed");
    }
  }

  @Test
  void refusesListsWithinListsOfStrings() {
    for (var policy :
        List.of("{\"reminders\":[[\"PT2H\"]]}", "{\"reminders\":[[\"PT2H\"]],\"horizonDays\":5}")) {
      assertThat(send("PUT %s/policy".formatted(BUSINESS), policy).statusCode()).isEqualTo(400);
      var registration = Salon.REGISTRATION.replaceFirst("\\{", "{\"policy\":" + policy + ",");
      assertThat(send("POST /api/businesses", registration).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void refusesBrokenUtf8AndBodiesThatAreTooLarge() {
    var broken = Salon.REGISTRATION.replace("Salon", "\u00ff").getBytes(ISO_8859_1);
    assertProblem(
        server.call("POST", "/api/businesses", CommandServer.ADMIN, broken), 400, "malformed");
    var large = " ".repeat(64 * 1024) + Salon.REGISTRATION;
    assertProblem(
        server.call("POST", "/api/businesses", CommandServer.ADMIN, large.getBytes(UTF_8)),
        413,
        "too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "text/plain", "application/problem+json"})
  void refusesReasonsThatAreNotSaidToBeJson(String contentType) {
    for (var command : List.of("reject", "cancel")) {
      var path = "/api/bookings/%s/%s".formatted(bookingId, command);
      var response = server.call("POST", path, salon.key(), "{}", "Content-Type", contentType);
      assertProblem(response, 415, "unsupported-media-type");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2027-02-29", "2027-13-01", "20271224", "today", "1999-01-01", "2027-1-1"})
  void refusesImpossibleDatesInThePath(String date) {
    for (var method : List.of("PUT", "DELETE")) {
      var response = salon.call(method, salon.path() + "/special-hours/" + date, "{\"ranges\":[]}");
      assertProblem(response, 400, "validation-failed");
      assertThat(json(response).path("errors").path(0).path("parameter").asString())
          .isEqualTo("date");
    }
  }

  @Test
  void refusesIdsOfTheWrongKindInThePath() {
    var closure = salon.call("DELETE", salon.path() + "/closures/" + salon.resourceId(), "");
    assertProblem(closure, 400, "validation-failed");
    assertThat(json(closure).path("errors").path(0).path("parameter").asString())
        .isEqualTo("closureId");
    assertProblem(
        salon.call("DELETE", salon.path() + "/resources/nonsense", ""), 400, "validation-failed");
    assertProblem(
        salon.call("DELETE", salon.path() + "/resources/" + unknownResource, ""), 404, "not-found");
  }

  static Stream<String> slotsThatAreNotOffered() {
    return Stream.of(
            salon.slot(START.plus(Duration.ofMinutes(1))),
            salon.slot(START.minus(Duration.ofDays(30))),
            salon.slot(START.plus(Duration.ofDays(300))),
            salon.slot(START.minus(Duration.ofHours(3))),
            new SlotId(salon.businessId(), new ResourceId(unknownResource), START))
        .map(SlotId::toString);
  }

  @ParameterizedTest
  @MethodSource("slotsThatAreNotOffered")
  void refusesSlotsThatAreNotOffered(String slotId) {
    var response = server.call("POST", "/api/bookings", null, Salon.bookingOf(slotId));
    assertProblem(response, 422, "slot-not-offered");
    assertThat(json(response).path("rule").asString()).isNotBlank();
  }
}
