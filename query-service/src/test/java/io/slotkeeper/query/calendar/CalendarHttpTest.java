package io.slotkeeper.query.calendar;

import static io.slotkeeper.query.calendar.ReadBack.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.business.BusinessEvent.CalendarLinkRotated;
import io.slotkeeper.platform.security.CalendarKeys;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Times;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CalendarHttpTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final QueryService service = QueryService.shared();
  private final CalendarKeys keys = service.context().getBean(CalendarKeys.class);
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final Http anyone = new Http(service, null);

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
  }

  @Test
  void showsTheCalendarToTheHolderOfTheLink() {
    var id = history.book(slot(TEN), HALF_HOUR);
    var key = rotate(salon);

    var answer = anyone.fetch(path(salon, key));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("inline; filename=calendar.ics");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
    var read = ReadBack.of(answer.body());
    assertThat(read.lines()).contains("X-WR-CALNAME:Salon");
    var event = read.event(id.value() + "@slotkeeper");
    assertThat(read.start(event)).isEqualTo(TEN);
    assertThat(read.end(event)).isEqualTo(TEN.plus(HALF_HOUR));
    assertThat(value(event, Property.SUMMARY)).isEqualTo("Ana");
    assertThat(value(event, Property.LOCATION)).isEqualTo("Chair");
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo("+34600333444\nby the window");
    assertThat(anyone.head(path(salon, key))).isEqualTo(200);
  }

  @Test
  void answersShortlyWhereNothingHasChanged() {
    history.request(slot(TEN), HALF_HOUR);
    var path = path(salon, rotate(salon));
    var first = anyone.fetch(path);
    var etag = first.headers().firstValue("ETag").orElseThrow();

    service.clock().set(QueryService.NOW.plus(Duration.ofHours(1)));
    assertThat(anyone.fetch(path).body()).isEqualTo(first.body());
    var again = anyone.fetch(path, "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    history.request(slot(TEN.plus(HALF_HOUR)), HALF_HOUR);
    service.feed(history.events());
    assertThat(anyone.fetch(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void saysTheSameToEverybodyElse() {
    var other = history.salon(history.newResource());
    var foreign = rotate(other);
    var old = rotate(salon);
    var key = rotate(salon);
    var owner = owner();
    var absent = anyone.get(path(history.ids().newBusinessId(), key));
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.code()).isEqualTo("not-found");
    assertThat(absent.contentType()).startsWith("application/problem+json");

    for (var wrong :
        new String[] {old, foreign, "", "x", "%00", key + "x", key.toUpperCase(Locale.ROOT)}) {
      assertSame(anyone.get(path(salon, wrong)), absent);
    }
    assertSame(anyone.get(path(salon, null)), absent);
    assertSame(owner.get(path(salon, null)), absent);
    assertSame(owner.get(path(salon, old)), absent);
    assertSame(anyone.get(path(history.salon(history.newResource()), null)), absent);
    assertSame(anyone.get("/api/businesses/nonsense/calendar.ics?key=" + key), absent);
    assertThat(anyone.fetch(path(salon, key)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesParametersThatItDoesNotKnow() {
    var key = rotate(salon);

    assertThat(anyone.get(path(salon, key) + "&from=2026-12-01").refused()).containsExactly("from");
    assertThat(anyone.get(path(salon, key) + "&key=" + key).refused()).containsExactly("key");
  }

  @Test
  void repeatsTheKeyNowhere(CapturedOutput output) {
    var key = rotate(salon);
    var wrong = keys.newKey().text();

    anyone.fetch(path(salon, key));
    var refused = anyone.get(path(salon, wrong));
    var unknown = anyone.get(path(salon, key) + "&from=2026-12-01");
    anyone.fetch(path(salon, key) + "&key=%25");

    assertThat(refused.body().path("instance").asString())
        .isEqualTo("/api/businesses/" + salon + "/calendar.ics");
    assertThat(refused.body().toString()).doesNotContain(wrong);
    assertThat(unknown.body().toString()).doesNotContain(key);
    assertThat(output.getAll()).doesNotContain(key).doesNotContain(wrong);
  }

  @Test
  void opensForNoKeyWhileThereIsNoLink() {
    service.feed(history.events());
    assertThat(anyone.get(path(salon, "0".repeat(64))).status()).isEqualTo(404);

    // As it was stored before there were links.
    service
        .jdbc()
        .sql(
            """
            UPDATE query.business SET state = (state::jsonb - 'calendarKeyHash')::json
             WHERE business_id = :id
            """)
        .param("id", salon.value())
        .update();

    assertThat(anyone.get("/api/businesses/" + salon).status()).isEqualTo(200);
    assertThat(anyone.get(path(salon, keys.newKey().text())).status()).isEqualTo(404);
    assertThat(anyone.fetch(path(salon, rotate(salon))).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsAMoveAsTheSameEventInANewVersion() {
    var id = history.book(slot(TEN), HALF_HOUR);
    var uid = id.value() + "@slotkeeper";
    var key = rotate(salon);
    var before = read(key).event(uid);
    var moved = slot(TEN.plus(Duration.ofHours(3)));
    history.add(
        new BookingEvent.BookingRescheduled(
            id.value(),
            salon.value(),
            slot(TEN).toString(),
            moved.toString(),
            chair.value(),
            moved.start(),
            moved.start().plus(HALF_HOUR),
            "CONFIRMED",
            null,
            "CUSTOMER"));
    service.feed(history.events());

    var read = read(key);

    assertThat(read.events()).hasSize(1);
    assertThat(read.start(read.event(uid))).isEqualTo(moved.start());
    assertThat(value(before, Property.SEQUENCE)).isEqualTo("1");
    assertThat(value(read.event(uid), Property.SEQUENCE)).isEqualTo("2");
  }

  @Test
  void tellsHowFarEachBookingHasCome() {
    var pending = history.request(slot(TEN), HALF_HOUR);
    var confirmed = history.book(slot(TEN), HALF_HOUR);
    var cancelled = history.book(slot(TEN), HALF_HOUR);
    history.add(
        new BookingEvent.BookingCancelled(
            cancelled.value(), salon.value(), "CUSTOMER", History.sealed("ill")));
    var rejected = history.request(slot(TEN), HALF_HOUR);
    history.add(
        new BookingEvent.BookingRejected(rejected.value(), salon.value(), History.sealed("full")));
    var expired = history.request(slot(TEN), HALF_HOUR);
    history.add(new BookingEvent.BookingExpired(expired.value(), salon.value()));
    var completed = history.book(slot(TEN), HALF_HOUR);
    history.add(new BookingEvent.BookingCompleted(completed.value(), salon.value()));
    var missed = history.book(slot(TEN), HALF_HOUR);
    history.add(new BookingEvent.BookingMarkedNoShow(missed.value(), salon.value()));

    var read = read(rotate(salon));

    assertThat(status(read, pending)).isEqualTo("TENTATIVE");
    assertThat(status(read, confirmed)).isEqualTo("CONFIRMED");
    assertThat(status(read, cancelled)).isEqualTo("CANCELLED");
    assertThat(status(read, rejected)).isEqualTo("CANCELLED");
    assertThat(status(read, expired)).isEqualTo("CANCELLED");
    assertThat(status(read, completed)).isEqualTo("CONFIRMED");
    assertThat(status(read, missed)).isEqualTo("CONFIRMED");
  }

  @Test
  void expiresABookingByTheClockAlone() {
    var id = history.request(slot(TEN), HALF_HOUR);
    var uid = id.value() + "@slotkeeper";
    var key = rotate(salon);
    var changedAt = QueryService.NOW.minus(Duration.ofMinutes(5));
    service
        .jdbc()
        .sql("UPDATE query.booking SET changed_at = :at WHERE booking_id = :id")
        .param("at", Times.at(changedAt))
        .param("id", id.value())
        .update();

    service.clock().set(QueryService.NOW.plus(Duration.ofHours(2)).minusMillis(1));
    assertThat(status(read(key), id)).isEqualTo("TENTATIVE");
    assertThat(value(read(key).event(uid), Property.DTSTAMP)).isEqualTo("20261201T105500Z");
    assertThat(value(read(key).event(uid), Property.LAST_MODIFIED)).isEqualTo("20261201T105500Z");

    service.clock().set(QueryService.NOW.plus(Duration.ofHours(2)));
    assertThat(status(read(key), id)).isEqualTo("CANCELLED");
    assertThat(value(read(key).event(uid), Property.DTSTAMP)).isEqualTo("20261201T130000Z");
    assertThat(value(read(key).event(uid), Property.LAST_MODIFIED)).isEqualTo("20261201T130000Z");
  }

  @Test
  void reachesBackNinetyDaysAndAheadWithoutEnd() {
    var first = QueryService.NOW.minus(Duration.ofDays(90));
    var last = QueryService.NOW.plus(Duration.ofDays(700));
    history.book(slot(first.minus(HALF_HOUR)), HALF_HOUR);
    history.book(slot(first), HALF_HOUR);
    history.book(slot(last), HALF_HOUR);

    var read = read(rotate(salon));

    assertThat(read.events()).extracting(read::start).containsExactly(first, last);
  }

  @Test
  void showsThousandsOfBookings() {
    var key = rotate(salon);
    service
        .jdbc()
        .sql(
            """
            INSERT INTO query.booking
                   (booking_id, business_id, resource_id, slot_id, status, start_at, end_at,
                    customer_name, customer_phone, note, requested_at, changed_at, version)
            SELECT 'bkg_' || lpad(to_hex(n), 26, '0'), :business, :resource, 'slot', 'CONFIRMED',
                   :start + n * interval '30 minutes', :start + (n + 1) * interval '30 minutes',
                   :name, :phone, :note, :start, :start, 1
              FROM generate_series(1, 10000) AS n
            """)
        .param("name", History.sealed("Ana").text())
        .param("phone", History.sealed("+34600333444").text())
        .param("note", History.sealed("ñ".repeat(200)).text())
        .param("business", salon.value())
        .param("resource", chair.value())
        .param("start", Times.at(TEN))
        .update();

    var body = new String(anyone.fetch(path(salon, key)).body(), StandardCharsets.UTF_8);

    assertThat(Pattern.compile("BEGIN:VEVENT").matcher(body).results()).hasSize(10_000);
    assertThat(body).endsWith("END:VCALENDAR\r\n");
  }

  private static void assertSame(Http.Answer answer, Http.Answer absent) {
    assertThat(answer.status()).isEqualTo(absent.status());
    assertThat(answer.contentType()).isEqualTo(absent.contentType());
    assertThat(answer.code()).isEqualTo(absent.code());
    assertThat(answer.body().path("detail")).isEqualTo(absent.body().path("detail"));
    assertThat(answer.body().propertyNames()).isEqualTo(absent.body().propertyNames());
  }

  private static String status(ReadBack read, BookingId id) {
    return value(read.event(id.value() + "@slotkeeper"), Property.STATUS);
  }

  private static String path(BusinessId id, @Nullable String key) {
    return "/api/businesses/" + id + "/calendar.ics" + (key == null ? "" : "?key=" + key);
  }

  private SlotId slot(Instant start) {
    return new SlotId(salon, chair, start);
  }

  private ReadBack read(String key) {
    return ReadBack.of(anyone.fetch(path(salon, key)).body());
  }

  private String rotate(BusinessId id) {
    var key = keys.newKey();
    history.add(new CalendarLinkRotated(id.value(), key.hash()));
    service.feed(history.events());
    return key.text();
  }

  private Http owner() {
    var key = service.context().getBean(OwnerKeys.class).newKey(salon);
    history.add(new ApiKeyRotated(salon.value(), key.hash()));
    service.feed(history.events());
    return new Http(service, key.text());
  }
}
