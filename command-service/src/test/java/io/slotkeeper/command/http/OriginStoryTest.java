package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.command.notification.delivery.Meta;
import io.slotkeeper.testing.TestPostgres;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a request or a tap to what is told of it, with a peer in WhatsApp's place. */
@SuppressWarnings("NullAway.Init")
class OriginStoryTest {
  private static final Duration WINDOW = Duration.ofHours(2);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Pattern CONFIRM = Pattern.compile("A\\.[0-9a-z]{26}\\.\\d+\\.[\\w-]{22}");
  private static final String ORIGINS =
      """
      SELECT payloadType, aggregateIdentifier, eventIdentifier,
             m ->> 'actor' AS actor, m ->> 'cause' AS cause, m ->> 'correlation' AS correlation,
             coalesce(p ->> 'bookingId', aggregateIdentifier) AS about, p ->> 'kind' AS kind
        FROM (SELECT *, convert_from(metaData, 'UTF8')::json AS m,
                     convert_from(payload, 'UTF8')::json AS p
                FROM command.DomainEventEntry) AS event
       ORDER BY globalIndex
      """;

  /** Where an event came from; {@code about} is a booking where it has to do with one. */
  private record Event(
      String type,
      String aggregateId,
      String eventId,
      String actor,
      String cause,
      String correlation,
      String about,
      @Nullable String kind) {}

  private Meta meta;
  private CommandServer server;
  private Salon salon;

  @BeforeEach
  void start() {
    meta = new Meta();
    server =
        CommandServer.start(
            TestPostgres.freshDatabase(),
            Map.of(
                "slotkeeper.whatsapp.app-secret", "secret",
                "slotkeeper.whatsapp.base-url", meta.address().toString(),
                "slotkeeper.whatsapp.phone-number-id", "1234567890",
                "slotkeeper.whatsapp.access-token", "token"),
            starting -> {});
    salon = Salon.register(server);
  }

  @AfterEach
  void stop() {
    server.close();
    meta.close();
  }

  @Test
  void goesFromTheRequestThroughTheSagaToWhatBecomesOfTheNotification() {
    var booking = book("story-1");

    var request = event("booking.requested", booking);
    assertThat(request.actor()).isEqualTo("anyone");
    assertThat(request.cause()).isEqualTo("http:POST /api/bookings");
    assertThat(request.correlation()).isEqualTo("story-1");
    var queued = notification("APPROVAL_REQUEST", booking);
    assertOrigin(queued, "slotkeeper", "event:" + request.eventId(), "story-1");
    for (var step : List.of("notification.attempted", "notification.accepted")) {
      assertOrigin(
          event(step, queued.aggregateId()), "slotkeeper", "event:" + queued.eventId(), "story-1");
    }
    webhook(
        """
        "statuses":[{"id":"wamid.1","status":"delivered","timestamp":"%d",
                     "biz_opaque_callback_data":"%s"}]\
        """
            .formatted(server.clock.instant().getEpochSecond(), queued.aggregateId()));
    assertOrigin(
        event("notification.delivered", queued.aggregateId()),
        "slotkeeper",
        "whatsapp:status",
        "story-1");
    assertEveryEventHasAnOrigin();
  }

  @Test
  void goesFromATapThroughADeadlineToTheReminder() {
    var booking = book("story-2");
    notification("APPROVAL_REQUEST", booking);

    tap(confirmButton());

    var confirmed = event("booking.confirmed", booking);
    assertThat(confirmed.actor()).isEqualTo("owner:" + salon.businessId());
    assertThat(confirmed.cause()).isEqualTo("whatsapp:button confirm");
    assertThat(confirmed.correlation()).matches("whk_[0-9a-f]{32}\\.1");
    var chain = confirmed.correlation();
    assertOrigin(
        notification("BOOKING_CONFIRMED", booking),
        "slotkeeper",
        "event:" + confirmed.eventId(),
        chain);
    awaitDeadlines(2);
    server.clock.set(START.minus(DAY));
    assertOrigin(notification("REMINDER", booking), "slotkeeper", "deadline:reminder", chain);
    assertEveryEventHasAnOrigin();
  }

  @Test
  void goesFromTheRequestThroughTheEndOfTheWindowToTheExpiry() {
    var booking = book("story-3");
    notification("REQUEST_RECEIVED", booking);
    awaitDeadlines(1);

    server.clock.advance(WINDOW.plusSeconds(1));

    var expired = event("booking.expired", booking);
    assertOrigin(expired, "slotkeeper", "deadline:approval-window", "story-3");
    assertOrigin(
        notification("BOOKING_EXPIRED", booking),
        "slotkeeper",
        "event:" + expired.eventId(),
        "story-3");
    assertEveryEventHasAnOrigin();
  }

  @Test
  void knowsEachCallerAndEachHandlerByItsPattern() {
    var response = server.call("POST", "/api/bookings", null, bookingBody());
    var booking = json(response).path("bookingId").asString();
    var token = json(response).path("manageToken").asString();
    var path = "/api/bookings/" + booking;
    salon.call("POST", path + "/confirm?why=private", "", "Correlation-Id", "owner-1");
    server.call("POST", path + "/cancel", token, "{}", "Correlation-Id", "customer-1");

    assertOrigin(
        event("business.registered", salon.businessId().value()),
        "admin",
        "http:POST /api/businesses",
        null);
    assertThat(event("booking.requested", booking).correlation())
        .isEqualTo(response.headers().firstValue("Correlation-Id").orElseThrow());
    assertOrigin(
        event("booking.confirmed", booking),
        "owner:" + salon.businessId(),
        "http:POST /api/bookings/{bookingId}/confirm",
        "owner-1");
    assertOrigin(
        event("booking.cancelled", booking),
        "customer:" + booking,
        "http:POST /api/bookings/{bookingId}/cancel",
        "customer-1");
    assertThat(notification("BOOKING_CANCELLED_BY_CUSTOMER", booking).correlation())
        .isEqualTo("customer-1");
    assertEveryEventHasAnOrigin();
  }

  private String book(String correlation) {
    var response =
        server.call("POST", "/api/bookings", null, bookingBody(), "Correlation-Id", correlation);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(response.headers().firstValue("Correlation-Id")).contains(correlation);
    return json(response).path("bookingId").asString();
  }

  private String bookingBody() {
    return Salon.bookingOf(salon.slot(START).toString());
  }

  private String confirmButton() {
    return await()
        .until(
            () ->
                meta.bodies().stream()
                    .flatMap(body -> CONFIRM.matcher(body).results())
                    .map(found -> found.group())
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private void tap(String payload) {
    webhook(
        """
        "messages":[{"id":"wamid.tap","from":"34600111222","timestamp":"%d","type":"button",
                     "button":{"payload":"%s","text":"Confirm"}}]\
        """
            .formatted(server.clock.instant().getEpochSecond(), payload));
  }

  private void webhook(String value) {
    var body =
        """
        {"entry":[{"changes":[{"field":"messages","value":{
         "metadata":{"phone_number_id":"1234567890"},%s}}]}]}\
        """
            .formatted(value)
            .getBytes(UTF_8);
    var response =
        server.call(
            "POST", "/webhooks/whatsapp", null, body, "X-Hub-Signature-256", signature(body));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private static String signature(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitDeadlines(int count) {
    var deadlines = "SELECT 1 FROM command.scheduled_tasks WHERE task_name = 'AxonDeadline'";
    await()
        .untilAsserted(
            () ->
                assertThat(server.bean(JdbcTemplate.class).queryForList(deadlines, Integer.class))
                    .hasSize(count));
  }

  private List<Event> events() {
    return server
        .bean(JdbcTemplate.class)
        .query(
            ORIGINS,
            (row, number) ->
                new Event(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8)));
  }

  private Event event(String type, String aggregateId) {
    return await()
        .until(
            () ->
                events().stream()
                    .filter(each -> each.type().equals(type))
                    .filter(each -> each.aggregateId().equals(aggregateId))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private Event notification(String kind, String bookingId) {
    return await()
        .until(
            () ->
                events().stream()
                    .filter(each -> each.type().equals("notification.queued"))
                    .filter(each -> kind.equals(each.kind()) && each.about().equals(bookingId))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static void assertOrigin(
      Event event, String actor, String cause, @Nullable String correlation) {
    assertThat(event.actor()).isEqualTo(actor);
    assertThat(event.cause()).isEqualTo(cause);
    if (correlation != null) {
      assertThat(event.correlation()).isEqualTo(correlation);
    }
  }

  private void assertEveryEventHasAnOrigin() {
    assertThat(events())
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.actor())
                  .matches("anyone|admin|slotkeeper|owner:biz_\\w+|customer:bkg_\\w+");
              assertThat(event.cause())
                  .matches("(http:[A-Z]+ /[^?]*|whatsapp:[a-z ]+|event:[\\w-]+|deadline:[a-z-]+)")
                  .doesNotContain("wamid", "34600");
              assertThat(event.correlation()).matches("[A-Za-z0-9._-]{1,100}");
            });
  }
}
