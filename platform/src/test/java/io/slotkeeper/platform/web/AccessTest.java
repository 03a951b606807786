package io.slotkeeper.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@SuppressWarnings("NullAway.Init")
class AccessTest {
  private static final BusinessId MINE = new BusinessId("biz_0" + "a".repeat(25));
  private static final BusinessId THEIRS = new BusinessId("biz_0" + "b".repeat(25));
  private static final BookingId BOOKED_HERE = new BookingId("bkg_0" + "a".repeat(25));
  private static final BookingId BOOKED_THERE = new BookingId("bkg_0" + "b".repeat(25));
  private static final BookingId ABSENT = new BookingId("bkg_0" + "c".repeat(25));

  private static ConfigurableApplicationContext context;
  private static Http http;
  private static String owner;
  private static String customer;

  @BeforeAll
  static void start() {
    context = EdgeApplication.start(new HashMap<>(TestPostgres.freshDatabase().springProperties()));
    http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
    var key = context.getBean(OwnerKeys.class).newKey(MINE);
    EdgeApplication.KEY_HASHES.put(MINE, key.hash());
    EdgeApplication.BOOKINGS.put(BOOKED_HERE, MINE);
    EdgeApplication.BOOKINGS.put(BOOKED_THERE, THEIRS);
    owner = key.text();
    customer = context.getBean(ManageTokens.class).tokenOf(BOOKED_HERE);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static HttpResponse<String> get(String path, String token) {
    return http.get(path, "Authorization", "Bearer " + token);
  }

  private static void assertOpen(String path, String token) {
    assertThat(get(path, token).statusCode()).as(path).isEqualTo(200);
  }

  private static void assertHidden(String path, String token) {
    var hidden = get(path, token);
    var absent = get("/there-is-no-such-path", token);
    assertThat(hidden.statusCode()).as(path).isEqualTo(404);
    assertThat(hidden.body().replace(path, ""))
        .isEqualTo(absent.body().replace("/there-is-no-such-path", ""));
    assertThat(hidden.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
  }

  @Test
  void asksForCredentials() {
    for (var path :
        List.of(
            "/businesses/" + MINE, "/bookings/" + BOOKED_HERE, "/bookings/" + ABSENT, "/admin")) {
      var response = http.get(path);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(Http.json(response).path("code").asString()).isEqualTo("unauthenticated");
    }
  }

  @Test
  void refusesBadCredentialsEverywhere() {
    for (var path : List.of("/open", "/businesses/" + MINE, "/nothing")) {
      assertThat(get(path, "nonsense").statusCode()).isEqualTo(401);
      assertThat(http.get(path, "Authorization", "Basic abc").statusCode()).isEqualTo(401);
    }
    var twice =
        http.get("/open", "Authorization", "Bearer " + owner, "Authorization", "Bearer " + owner);
    assertThat(twice.statusCode()).isEqualTo(401);
  }

  @Test
  void letsOwnersToWhatIsTheirs() {
    assertOpen("/businesses/" + MINE, owner);
    assertOpen("/slots/" + slotOf(MINE), owner);
    assertOpen("/bookings/" + BOOKED_HERE, owner);
    assertOpen("/bookings/%s/confirm".formatted(BOOKED_HERE), owner);
  }

  @Test
  void hidesWhatIsNotTheOwners() {
    assertHidden("/businesses/" + THEIRS, owner);
    assertHidden("/businesses/nonsense", owner);
    assertHidden("/slots/" + slotOf(THEIRS), owner);
    assertHidden("/slots/nonsense", owner);
    assertHidden("/bookings/" + BOOKED_THERE, owner);
    assertHidden("/bookings/" + ABSENT, owner);
    assertHidden("/bookings/nonsense", owner);
    assertHidden("/admin", owner);
  }

  @Test
  void letsCustomersToTheirBookingAlone() {
    assertOpen("/bookings/" + BOOKED_HERE, customer);
    assertHidden("/bookings/%s/confirm".formatted(BOOKED_HERE), customer);
    assertHidden("/bookings/" + BOOKED_THERE, customer);
    assertHidden("/bookings/" + ABSENT, customer);
    assertHidden("/businesses/" + MINE, customer);
    assertHidden("/admin", customer);
  }

  @Test
  void letsTheAdministratorAdministerAndNoMore() {
    assertOpen("/admin", EdgeApplication.ADMIN);
    assertHidden("/businesses/" + MINE, EdgeApplication.ADMIN);
    assertHidden("/bookings/" + BOOKED_HERE, EdgeApplication.ADMIN);
  }

  @Test
  void tellsWhoCalls() {
    assertThat(http.get("/open").body()).isEqualTo("Anonymous[]");
    assertThat(get("/open", owner).body()).isEqualTo("Owner[businessId=%s]".formatted(MINE));
    assertThat(get("/open", customer).body())
        .isEqualTo("Customer[bookingId=%s]".formatted(BOOKED_HERE));
  }

  private static SlotId slotOf(BusinessId businessId) {
    return new SlotId(
        businessId,
        new ResourceId("res_0" + "a".repeat(25)),
        Instant.parse("2027-01-01T10:00:00Z"));
  }
}
