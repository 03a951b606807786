package io.slotkeeper.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@SuppressWarnings("NullAway.Init")
class IssuedTokensTest {
  private static final BusinessId MINE = new BusinessId("biz_0" + "d".repeat(25));
  private static final BusinessId THEIRS = new BusinessId("biz_0" + "e".repeat(25));
  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2027-03-01T08:00:00Z"));

  private static Issuer issuer;
  private static ConfigurableApplicationContext context;
  private static Http http;
  private static String key;

  @BeforeAll
  static void start() throws IOException {
    issuer = new Issuer();
    issuer.setAway(true);
    var settings = new HashMap<>(TestPostgres.freshDatabase().springProperties());
    settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer.url());
    settings.put("spring.security.oauth2.resourceserver.jwt.audiences", "slotkeeper");
    settings.put("slotkeeper.security.jwt.role-claim", "realm.roles");
    context = EdgeApplication.start(settings, IssuedTokensTest::atThatTime);
    http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
    var made = context.getBean(OwnerKeys.class).newKey(MINE);
    EdgeApplication.KEY_HASHES.put(MINE, made.hash());
    key = made.text();
  }

  private static void atThatTime(SpringApplicationBuilder application) {
    application.initializers(
        (GenericApplicationContext starting) ->
            starting.registerBean(
                "testClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)));
  }

  @AfterAll
  static void stop() {
    context.close();
    issuer.close();
  }

  @BeforeEach
  void comeBack() {
    issuer.setAway(false);
    later(Duration.ofSeconds(10));
  }

  private static void later(Duration duration) {
    CLOCK.advance(duration);
  }

  private static JWTClaimsSet.Builder claims(Object roles, Object business) {
    return issuer.claims(
        CLOCK.instant().plusSeconds(300),
        Map.of("realm", Map.of("roles", roles), "slotkeeper_business", business));
  }

  private static JWTClaimsSet.Builder owner() {
    return claims(List.of("offline_access", "owner"), MINE.value());
  }

  private static HttpResponse<String> get(String path, String token) {
    return http.get(path, "Authorization", "Bearer " + token);
  }

  private static void assertNobody(String token) {
    var response = get("/open", token);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(response.body()).doesNotContain(token.substring(0, 20), "jwt", "Jwt");
  }

  @Test
  void takesTheOwnerWhomTheClaimsName() {
    var token = issuer.token(owner());
    assertThat(get("/open", token).body()).isEqualTo("Owner[businessId=%s]".formatted(MINE));
    assertThat(get("/businesses/" + MINE, token).statusCode()).isEqualTo(200);
    assertThat(get("/businesses/" + THEIRS, token).statusCode()).isEqualTo(404);
    assertThat(get("/admin", token).statusCode()).isEqualTo(404);
    assertThat(get("/open", key).body()).isEqualTo("Owner[businessId=%s]".formatted(MINE));
  }

  @Test
  void takesTheAdministrator() {
    var token = issuer.token(claims("admin", MINE.value()));
    assertThat(get("/admin", token).statusCode()).isEqualTo(200);
    assertThat(get("/businesses/" + MINE, token).statusCode()).isEqualTo(404);
  }

  @Test
  void takesNobodyWhomTheClaimsDoNotName() {
    assertNobody(issuer.token(claims("customer", MINE.value())));
    assertNobody(issuer.token(claims(List.of("owner", "admin"), MINE.value())));
    assertNobody(issuer.token(claims("Owner", MINE.value())));
    assertNobody(issuer.token(claims(1, MINE.value())));
    assertNobody(issuer.token(claims("owner", List.of(MINE.value()))));
    assertNobody(issuer.token(claims("owner", "nonsense")));
    // There is no such business.
    assertNobody(issuer.token(claims("owner", THEIRS.value())));
    assertNobody(issuer.token(issuer.claims(CLOCK.instant().plusSeconds(300), Map.of())));
  }

  @Test
  void refusesTokensThatAreNotGood() {
    assertNobody(Issuer.unsigned(owner()));
    assertNobody(issuer.confused(owner()));
    assertNobody(Issuer.token(owner(), Issuer.newKey(issuer.key().getKeyID())));
    assertNobody(issuer.token(owner().issuer("http://localhost:1")));
    assertNobody(issuer.token(owner().issuer(null)));
    assertNobody(issuer.token(owner().audience("another")));
    assertNobody(issuer.token(owner().audience(List.of())));
    assertNobody(issuer.token(owner().expirationTime(null)));
    assertNobody("eyJub25zZW5zZQ.e30.AAAA");
    var token = issuer.token(owner());
    assertNobody(token.substring(0, token.length() - 5) + "AAAAA");
  }

  @Test
  void refusesTokensThatHaveExpired() {
    var token = issuer.token(owner());
    assertThat(get("/open", token).statusCode()).isEqualTo(200);
    later(Duration.ofMinutes(7));
    assertNobody(token);
  }

  @Test
  void followsTheIssuerToANewKey() {
    var old = issuer.key();
    issuer.rotate("second");
    assertThat(get("/open", issuer.token(owner())).statusCode()).isEqualTo(200);
    later(Duration.ofSeconds(10));
    assertNobody(Issuer.token(owner(), old));
  }

  @Test
  void asksTheIssuerSeldom() {
    get("/open", issuer.token(owner()));
    later(Duration.ofSeconds(10));
    int before = issuer.fetches();
    for (int i = 0; i < 20; i++) {
      int status = get("/open", Issuer.token(owner(), Issuer.newKey("made-up"))).statusCode();
      assertThat(status).isEqualTo(i == 0 ? 401 : 503);
    }
    assertThat(issuer.fetches()).isEqualTo(before + 1);
    assertThat(get("/open", issuer.token(owner())).statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatTheIssuerIsAwayAndGoesOnWithKeys() {
    issuer.setAway(true);
    var response = get("/open", Issuer.token(owner(), Issuer.newKey("not-known-yet")));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Http.json(response).path("code").asString()).isEqualTo("unavailable");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(get("/businesses/" + MINE, key).statusCode()).isEqualTo(200);
  }
}
