package io.slotkeeper.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final String IF_NONE_MATCH = "If-None-Match";

  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId slot = new SlotId(salon, chair, Instant.parse("2026-12-02T09:00:00Z"));
  private final BookingId booking = history.request(slot, HALF_HOUR);
  private final Http anyone = new Http(service, null);
  private final Http customer =
      new Http(service, service.context().getBean(ManageTokens.class).tokenOf(booking));
  private final String slots = "/api/businesses/%s/slots".formatted(salon);

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
    service.feed(history.events());
  }

  @Test
  void sendsNothingAgainWhileItIsTheSame() {
    for (var path : new String[] {slots, "/api/slots/" + slot, "/api/businesses/" + salon}) {
      var first = anyone.fetch(path);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
      assertThat(first.headers().allValues("Vary")).contains("Authorization");
      assertThat(first.headers().firstValue("Pragma")).isEmpty();

      var again = anyone.fetch(path, IF_NONE_MATCH, tag(first));

      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(tag(again)).isEqualTo(tag(first));
      assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
      assertThat(again.headers().allValues("Vary")).contains("Authorization");
    }
  }

  @Test
  void sendsWhatHasChanged() {
    var path = "/api/bookings/" + booking;
    var first = customer.fetch(path);
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache, private");
    history.add(new BookingRejected(booking.value(), salon.value(), History.sealed("full")));
    service.feed(history.events());

    var changed = customer.fetch(path, IF_NONE_MATCH, tag(first));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(tag(changed)).isNotEqualTo(tag(first));
    assertThat(customer.fetch(path, IF_NONE_MATCH, tag(changed)).statusCode()).isEqualTo(304);
  }

  @Test
  void sendsWhatTheClockHasChanged() {
    var tag = tag(anyone.fetch(slots + "?from=2026-12-01&to=2026-12-01"));
    service.clock().set(QueryService.NOW.plus(Duration.ofHours(2)));
    assertThat(
            anyone.fetch(slots + "?from=2026-12-01&to=2026-12-01", IF_NONE_MATCH, tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersAHeadAsItWouldAGet() {
    var got = anyone.fetch(slots);
    var asked = anyone.ask("HEAD", slots);

    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).isEmpty();
    assertThat(tag(asked)).isEqualTo(tag(got));
    assertThat(header(asked, "Content-Length")).isEqualTo(header(got, "Content-Length"));
    assertThat(anyone.ask("HEAD", slots, IF_NONE_MATCH, tag(got)).statusCode()).isEqualTo(304);
  }

  @Test
  void takesListsWeakTagsAndAnyTag() {
    var tag = tag(anyone.fetch(slots));
    for (var match :
        new String[] {"*", " * ", "W/" + tag, "\"x\", " + tag, "W/\"x\" , W/" + tag + ",\"y\""}) {
      assertThat(anyone.fetch(slots, IF_NONE_MATCH, match).statusCode()).as(match).isEqualTo(304);
    }
    assertThat(anyone.fetch(slots, IF_NONE_MATCH, "\"x\"", IF_NONE_MATCH, tag).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"x\"", "W/\"x\"", "x", "\"", "**", ",,", "W/"})
  void sendsWhatNoTagMatches(String tag) {
    assertThat(anyone.fetch(slots, IF_NONE_MATCH, tag).statusCode()).isEqualTo(200);
  }

  @Test
  void forbidsToKeepWhatIsNoAnswer() {
    var absent = anyone.fetch("/api/businesses/nonsense", IF_NONE_MATCH, "*");
    assertThat(absent.statusCode()).isEqualTo(404);
    assertForbidden(absent);
    assertForbidden(anyone.fetch("/api/bookings/" + booking, IF_NONE_MATCH, "*"));
    assertForbidden(anyone.fetch(slots + "?from=nonsense"));
    assertForbidden(anyone.fetch("/api/health"));
  }

  private static void assertForbidden(HttpResponse<byte[]> answer) {
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  private static String tag(HttpResponse<byte[]> answer) {
    return header(answer, "ETag");
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
