package io.slotkeeper.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import io.slotkeeper.testing.TestRedis;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Each test has an address of its own, which a proxy tells. */
@SuppressWarnings("NullAway.Init")
class LimitedEdgeTest {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2027-03-01T08:00:00Z"));

  private static TestRedis redis;
  private static ConfigurableApplicationContext context;
  private static Http http;
  private String address;
  private BusinessId mine;

  @BeforeAll
  static void start() {
    redis = TestRedis.start();
    var settings = new HashMap<>(TestPostgres.freshDatabase().springProperties());
    settings.put("spring.data.redis.host", redis.host());
    settings.put("spring.data.redis.port", redis.port());
    settings.put("slotkeeper.limits.enabled", true);
    settings.put("slotkeeper.limits.policies.api.permits", 5);
    settings.put("slotkeeper.limits.policies.api.paths", "/open,/things,/businesses/{id},/admin");
    settings.put("slotkeeper.limits.policies.api.permits-by-role.owner", 7);
    settings.put("slotkeeper.limits.policies.booking.permits", 2);
    settings.put("slotkeeper.limits.policies.booking.paths", "/things");
    settings.put("slotkeeper.limits.policies.booking.by-address", "customer");
    settings.put("slotkeeper.limits.policies.admins.permits", 3);
    settings.put("slotkeeper.limits.policies.admins.paths", "/admin");
    settings.put("slotkeeper.limits.policies.admins.roles", "admin");
    settings.put("slotkeeper.limits.failures.permits", 4);
    settings.put("slotkeeper.limits.signed-paths", "/forgotten");
    settings.put("slotkeeper.limits.timeout", "1s");
    settings.put("slotkeeper.http.trusted-proxies", "127.0.0.1,::1");
    context =
        EdgeApplication.start(
            settings, application -> application.initializers(LimitedEdgeTest::atThatTime));
    http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
    await().until(() -> keys().stream().anyMatch(key -> key.endsWith("limit-probe")));
  }

  private static void atThatTime(ConfigurableApplicationContext starting) {
    ((GenericApplicationContext) starting).registerBean("clock", Clock.class, () -> CLOCK);
  }

  @AfterAll
  static void stop() {
    context.close();
    redis.close();
  }

  @Test
  void saysThatItIsUp() {
    await()
        .untilAsserted(
            () -> assertThat(http.get("/api/health").body()).isEqualTo("{\"status\":\"UP\"}"));
  }

  @BeforeEach
  void move() {
    int number = ADDRESSES.incrementAndGet();
    address = "203.0.113." + number;
    mine = new BusinessId("biz_0%025d".formatted(number));
  }

  private HttpResponse<String> get(String path, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("X-Forwarded-For", address));
    return http.get(path, all.toArray(String[]::new));
  }

  private HttpResponse<String> as(String token, String path) {
    return get(path, "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> post() {
    return http.send(
        http.to("/things")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));
  }

  private String owner() {
    var key = context.getBean(OwnerKeys.class).newKey(mine);
    EdgeApplication.KEY_HASHES.put(mine, key.hash());
    return key.text();
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private void spend(int permits) {
    for (int i = 0; i < permits; i++) {
      assertThat(get("/open").statusCode()).isEqualTo(200);
    }
  }

  private static void assertLimited(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(Http.json(response).path("code").asString()).isEqualTo("rate-limited");
    assertThat(header(response, "Retry-After")).isNotEmpty();
    assertThat(header(response, "RateLimit")).contains(";r=0;t=");
    assertThat(header(response, "RateLimit-Policy")).contains(";q=");
  }

  @Test
  void tellsWhatIsLeftAndRefusesMore() {
    var first = get("/open");
    assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"api\";q=5;w=60");
    assertThat(header(first, "RateLimit")).isEqualTo("\"api\";r=4;t=60");
    CLOCK.advance(Duration.ofMillis(20_500));
    spend(4);

    var refused = get("/open");

    assertLimited(refused);
    assertThat(header(refused, "Retry-After")).isEqualTo("40");
    assertThat(header(refused, "RateLimit")).isEqualTo("\"api\";r=0;t=40");
    CLOCK.advance(Duration.ofSeconds(40));
    assertThat(get("/open").statusCode()).isEqualTo(200);
  }

  @Test
  void countsABookingForBothAndARefusedOneForNone() {
    assertThat(header(post(), "RateLimit")).isEqualTo("\"api\";r=4;t=60, \"booking\";r=1;t=60");
    assertThat(header(post(), "RateLimit-Policy"))
        .isEqualTo("\"api\";q=5;w=60, \"booking\";q=2;w=60");
    for (int i = 0; i < 10; i++) {
      var refused = post();
      assertLimited(refused);
      assertThat(header(refused, "RateLimit")).isEqualTo("\"booking\";r=0;t=60");
    }
    assertThat(header(get("/open"), "RateLimit")).isEqualTo("\"api\";r=2;t=60");
  }

  @Test
  void countsEveryMethod() {
    for (var method : List.of("HEAD", "OPTIONS", "PUT", "GET", "DELETE")) {
      var request = http.to("/open").header("X-Forwarded-For", address);
      http.send(request.method(method, BodyPublishers.noBody()));
    }
    assertLimited(get("/open"));
  }

  @Test
  void chargesCredentialsThatAreMadeUpToTheAddress() {
    for (int i = 0; i < 4; i++) {
      assertThat(as("made-up-" + i, "/open").statusCode()).isEqualTo(401);
    }
    assertLimited(as("made-up", "/open"));
    assertThat(get("/open").statusCode()).isEqualTo(200);
    assertLimited(get("/open"));
  }

  @Test
  void limitsGuessesWhereRequestsAreNotLimited() {
    for (int i = 0; i < 4; i++) {
      assertThat(as("guess-" + i, "/v3/api-docs").statusCode()).isEqualTo(401);
    }
    assertLimited(as("guess", "/api/health"));
    assertThat(get("/api/health").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsWhatIsNotSigned() {
    for (int i = 0; i < 4; i++) {
      assertThat(get("/forgotten").statusCode()).isEqualTo(401);
    }
    assertLimited(get("/forgotten"));
    CLOCK.advance(Duration.ofMinutes(1));
    assertThat(get("/forgotten").statusCode()).isEqualTo(401);
  }

  @Test
  void chargesAGoodCredentialToItselfByTheRateOfItsRole() {
    var owner = owner();
    for (int i = 0; i < 7; i++) {
      assertThat(as(owner, "/businesses/" + mine).statusCode()).isEqualTo(200);
    }
    assertLimited(as(owner, "/open"));
    assertThat(header(get("/open"), "RateLimit")).isEqualTo("\"api\";r=4;t=60");
  }

  @Test
  void chargesACallerHoweverTheCredentialIsSpelled() {
    var owner = owner();
    int allowedToOwner = 7;
    int allowedToAddress = 5;
    for (int i = 1; i <= allowedToOwner + allowedToAddress; i++) {
      assertThat(spelled(owner, i).statusCode()).as("spelling %d", i).isEqualTo(200);
    }
    assertLimited(spelled(owner, 1));
    assertLimited(spelled(owner, 20));
    assertLimited(get("/open"));
  }

  private HttpResponse<String> spelled(String token, int spaces) {
    return get("/open", "Authorization", "BEARER" + " ".repeat(spaces) + token);
  }

  @Test
  void chargesBookingsOfCustomersToTheirAddress() {
    var tokens = context.getBean(ManageTokens.class);
    for (int i = 0; i < 2; i++) {
      var token = tokens.tokenOf(new BookingId("bkg_0" + String.valueOf(i).repeat(25)));
      as(token, "/open");
      assertThat(header(book(token), "RateLimit")).contains("\"booking\";r=" + (1 - i));
    }
    assertLimited(book(tokens.tokenOf(new BookingId("bkg_0" + "2".repeat(25)))));
  }

  private HttpResponse<String> book(String token) {
    return http.send(
        http.to("/things")
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));
  }

  @Test
  void doesNotBlockAGoodCredentialForItsNeighbours() {
    var owner = owner();
    assertThat(as(owner, "/open").statusCode()).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      as("made-up-" + i, "/open");
      get("/open");
    }
    assertLimited(get("/open"));
    assertThat(as(owner, "/open").statusCode()).isEqualTo(200);
  }

  @Test
  void forgetsACredentialThatIsGoodNoMore() {
    var old = owner();
    assertThat(as(old, "/open").statusCode()).isEqualTo(200);
    owner();
    assertThat(as(old, "/open").statusCode()).isEqualTo(401);
    spend(5);
    assertLimited(as(old, "/open"));
  }

  @Test
  void appliesAPolicyToItsRolesAlone() {
    var owner = owner();
    as(EdgeApplication.ADMIN, "/admin");
    var admin = as(EdgeApplication.ADMIN, "/admin");
    assertThat(header(admin, "RateLimit-Policy"))
        .isEqualTo("\"admins\";q=3;w=60, \"api\";q=5;w=60");
    as(owner, "/admin");
    assertThat(header(as(owner, "/admin"), "RateLimit-Policy")).isEqualTo("\"api\";q=7;w=60");
    CLOCK.advance(Duration.ofMinutes(1));
  }

  @Test
  void limitsNoQuestionsAboutHealth() {
    spend(5);
    for (int i = 0; i < 10; i++) {
      var health = get("/api/health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.headers().map()).doesNotContainKeys("RateLimit", "RateLimit-Policy");
    }
  }

  @Test
  void storesNothingThatNamesAClient() {
    var owner = owner();
    as(owner, "/open");
    as(owner, "/open");
    get("/open");
    assertThat(keys())
        .hasSizeGreaterThan(2)
        .noneMatch(key -> key.contains(address) || key.contains(owner))
        .noneMatch(key -> key.contains("sk_") || key.contains(mine.value().substring(4)));
  }

  private static List<String> keys() {
    try (var client = RedisClient.create(RedisURI.create(redis.host(), redis.port()));
        var connection = client.connect()) {
      return connection.sync().keys("*");
    }
  }
}
