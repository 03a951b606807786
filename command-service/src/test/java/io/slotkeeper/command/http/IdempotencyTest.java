package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Keyed.essence;
import static io.slotkeeper.command.http.Keyed.isReplayed;
import static io.slotkeeper.command.http.Salon.START;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.command.node.Crowd;
import io.slotkeeper.platform.idempotency.IdempotencyKeys;
import io.slotkeeper.testing.TestPostgres;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Two nodes; a request that asks one of them for it never sees its answer. */
@SuppressWarnings("NullAway.Init")
class IdempotencyTest {
  private static final String LOSE_ANSWER = "Lose-Answer";
  private static final String ROTATE = "/api/businesses/{businessId}/api-key/rotate";
  private static final String WEBHOOK = "/webhooks/whatsapp";

  private static final String TOO_LONG =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static CommandServer first;
  private static CommandServer second;
  private static Keyed bookingBefore;
  private static HttpResponse<String> answerBefore;
  private static HttpResponse<String> answerAfter;

  private final String key = UUID.randomUUID().toString();
  private Salon salon;

  @BeforeAll
  static void start() {
    var database = TestPostgres.freshDatabase();
    try (var earlier = CommandServer.start(database, node("earlier"), starting -> {})) {
      bookingBefore = Posts.booking(Salon.register(earlier));
      answerBefore = bookingBefore.with("from-before", earlier);
    }
    first = CommandServer.start(database, node("first"), IdempotencyTest::loseAnswers);
    answerAfter = bookingBefore.with("from-before", first);
    second = CommandServer.start(database, node("second"), starting -> {});
  }

  private static Map<String, Object> node(String name) {
    return Map.of("slotkeeper.event-store.node-id", name);
  }

  private static void loseAnswers(GenericApplicationContext starting) {
    starting.registerBean(
        "losingAnswers",
        FilterRegistrationBean.class,
        () -> {
          var filter =
              new FilterRegistrationBean<>(
                  (request, response, chain) -> {
                    var asked = (HttpServletRequest) request;
                    if (asked.getHeader(LOSE_ANSWER) == null) {
                      chain.doFilter(request, response);
                    } else {
                      chain.doFilter(
                          request,
                          new ContentCachingResponseWrapper((HttpServletResponse) response));
                      throw new IOException("the node died here");
                    }
                  });
          filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
          return filter;
        });
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  @BeforeEach
  void register() {
    first.clock.set(CommandServer.NOW);
    second.clock.set(CommandServer.NOW);
    salon = Salon.register(first);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
  }

  private static int count(String sql, Object... parameters) {
    var count = first.bean(JdbcTemplate.class).queryForObject(sql, Integer.class, parameters);
    return count == null ? 0 : count;
  }

  private static int answers() {
    return count("SELECT count(*) FROM command.idempotency_key");
  }

  private static double counted(String outcome) {
    return Stream.of(first, second)
        .mapToDouble(
            server ->
                server
                    .bean(MeterRegistry.class)
                    .counter("slotkeeper.idempotency", "outcome", outcome)
                    .count())
        .sum();
  }

  static List<String> posts() {
    return first
        .bean(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
        .getHandlerMethods()
        .keySet()
        .stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().toString().contains("POST"))
        .flatMap(mapping -> mapping.getPatternValues().stream())
        // Meta sends what it sends again without a key, and is answered the same anyway.
        .filter(pattern -> !pattern.equals(WEBHOOK))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("posts")
  void answersEveryPostTheSameFromEveryNode(String pattern) {
    var post = Posts.of(pattern, salon);
    var answer = post.with(key, first);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    assertThat(isReplayed(answer)).isFalse();

    var again = pattern.equals(ROTATE) ? post.as(json(answer).path("apiKey").asString()) : post;
    for (var server : List.of(second, first)) {
      var repeated = again.with(key, server);
      assertThat(essence(repeated)).isEqualTo(essence(answer));
      assertThat(isReplayed(repeated)).isTrue();
    }
    assertProblem(again.saying(post.body() + " ").with(key, second), 422, "idempotency-key-reused");
  }

  @Test
  void answersTheSameAfterARestart() {
    assertThat(answerBefore.statusCode()).as(answerBefore.body()).isEqualTo(201);
    assertThat(isReplayed(answerAfter)).isTrue();
    assertThat(essence(answerAfter)).isEqualTo(essence(answerBefore));
  }

  @Test
  void booksOnceForAHundredAtOnceOnTwoNodes() {
    var booking = Posts.booking(salon);
    double firsts = counted("first");
    var made = new ConcurrentLinkedQueue<List<Object>>();
    Crowd.of(
        100,
        number -> {
          var answer = booking.with(key, number % 2 == 0 ? first : second);
          if (answer.statusCode() == 201) {
            made.add(essence(answer));
          } else {
            assertProblem(answer, 409, "idempotency-in-flight");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
          }
          return "";
        });
    var later = booking.with(key, second);
    assertThat(later.statusCode()).isEqualTo(201);
    assertThat(made).isNotEmpty().containsOnly(essence(later));
    assertThat(counted("first")).isEqualTo(firsts + 1);
    assertThat(
            count(
                """
                SELECT count(DISTINCT aggregateIdentifier) FROM command.domainevententry
                 WHERE type = 'Booking' AND convert_from(payload, 'UTF8') LIKE ?
                """,
                "%" + salon.slot(START) + "%"))
        .isEqualTo(1);
  }

  @Test
  void answersWhatWasCommittedByANodeThatDiedBeforeItAnswered() {
    var booking = Posts.booking(salon);
    int kept = answers();
    var lost =
        first.call(
            "POST", booking.path(), null, booking.body(), "Idempotency-Key", key, LOSE_ANSWER, "1");
    assertThat(lost.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answers()).isEqualTo(kept + 1);

    var answer = booking.with(key, second);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(isReplayed(answer)).isTrue();
    var token = json(answer).path("manageToken").asString();
    var path = "/api/bookings/%s/cancel".formatted(json(answer).path("bookingId").asString());
    assertThat(second.call("POST", path, token, "").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsNothingOfACommandThatWasNotCommitted() {
    var booking = Posts.booking(salon);
    int kept = answers();
    var failures = new AtomicInteger(1);
    assertProblem(
        failing(failures, () -> new IllegalStateException("the node died here"), booking),
        500,
        "internal-error");
    assertThat(answers()).isEqualTo(kept);
    var answer = booking.with(key, first);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(isReplayed(answer)).isFalse();
  }

  @Test
  void keepsOneAnswerOfACommandThatWasTriedAgain() {
    var booking = Posts.booking(salon);
    int kept = answers();
    var failures = new AtomicInteger(2);
    var answer = failing(failures, () -> new ConcurrencyException("lost", null), booking);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(failures).hasNegativeValue();
    assertThat(answers()).isEqualTo(kept + 1);
    assertThat(essence(booking.with(key, second))).isEqualTo(essence(answer));
  }

  private HttpResponse<String> failing(
      AtomicInteger times, Supplier<RuntimeException> failure, Keyed booking) {
    var failing =
        first
            .bean(CommandBus.class)
            .registerHandlerInterceptor(
                (unitOfWork, chain) -> {
                  unitOfWork.onPrepareCommit(
                      committing -> {
                        if (times.getAndDecrement() > 0) {
                          throw failure.get();
                        }
                      });
                  return chain.proceed();
                });
    try {
      return booking.with(key, first);
    } finally {
      failing.cancel();
    }
  }

  @Test
  void refusesTheKeyOfAnotherRequest() {
    var booking = Posts.booking(salon);
    var other = new Keyed("/api/bookings", null, booking.body().replace("window", "door"));
    assertThat(booking.with(key, first).statusCode()).isEqualTo(201);
    double reused = counted("reused");
    assertProblem(other.with(key, second), 422, "idempotency-key-reused");
    assertThat(counted("reused")).isEqualTo(reused + 1);

    var suspend = Posts.of("/api/businesses/{businessId}/suspend", salon);
    assertThat(suspend.with(key, first).statusCode()).isEqualTo(200);
    var resume = new Keyed(salon.path() + "/resume", salon.key(), "");
    assertProblem(resume.with(key, first), 422, "idempotency-key-reused");
    assertProblem(
        salon.call("POST", suspend.path(), "", "Idempotency-Key", key, "If-Match", "\"0\""),
        422,
        "idempotency-key-reused");
  }

  @Test
  void keepsTheKeysOfCallersApart() {
    var other = Salon.register(first);
    var path = "/api/businesses/{businessId}/closures";
    var one = Posts.of(path, salon).with(key, first);
    var two = Posts.of(path, other).with(key, first);
    assertThat(two.statusCode()).as(two.body()).isEqualTo(201);
    assertThat(json(two).path("closureId")).isNotEqualTo(json(one).path("closureId"));
    assertProblem(Posts.of(path, salon).as(other.key()).with(key, first), 404, "not-found");
  }

  @Test
  void repeatsWhatWasRefusedAlsoWhereItWouldBePossibleNow() {
    var taken = Posts.pending(salon);
    var booking = Posts.booking(salon);
    var refused = booking.with(key, first);
    assertProblem(refused, 409, "slot-taken");
    salon.call("POST", "/api/bookings/%s/reject".formatted(taken), "");
    var again = booking.with(key, second);
    assertThat(essence(again)).isEqualTo(essence(refused));
    assertThat(isReplayed(again)).isTrue();
    assertThat(booking.with(key + "2", second).statusCode()).isEqualTo(201);

    var stale =
        salon.call(
            "POST", salon.path() + "/suspend", "", "Idempotency-Key", key, "If-Match", "\"7\"");
    assertProblem(stale, 412, "version-conflict");
    salon.call("PATCH", salon.path(), "{\"name\":\"Other\"}");
    assertThat(
            salon
                .call(
                    "POST",
                    salon.path() + "/suspend",
                    "",
                    "Idempotency-Key",
                    key,
                    "If-Match",
                    "\"7\"")
                .body())
        .isEqualTo(stale.body());
  }

  @Test
  void keepsNoAnswerThatNobodyDecided() {
    int kept = answers();
    var booking = Posts.booking(salon);
    assertProblem(booking.saying("{}").with(key, first), 400, "validation-failed");
    assertProblem(booking.as("sk_x").with(key, first), 401, "unauthenticated");
    var unknown = new Keyed("/api/bookings/%s/confirm".formatted("bkg_x"), salon.key(), "");
    assertProblem(unknown.with(key, first), 404, "not-found");
    assertThat(answers()).isEqualTo(kept);
    assertThat(booking.with(key, first).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", TOO_LONG})
  void refusesKeysThatAreNone(String malformed) {
    var answer = Posts.booking(salon).with(malformed, first);
    assertProblem(answer, 400, "validation-failed");
    assertThat(json(answer).path("errors").path(0).path("parameter").asString())
        .isEqualTo("Idempotency-Key");
    var policy =
        salon.call(
            "PUT",
            salon.path() + "/policy",
            "{\"approval\":\"AUTOMATIC\"}",
            "Idempotency-Key",
            malformed);
    assertThat(policy.statusCode()).isEqualTo(200);
  }

  @Test
  void takesTheLongestKey() {
    assertThat(Posts.booking(salon).with(TOO_LONG.substring(1), first).statusCode()).isEqualTo(201);
  }

  @Test
  void storesNeitherCredentialsNorKeysInClear() {
    var registered = new Keyed("/api/businesses", CommandServer.ADMIN, Salon.REGISTRATION);
    var apiKey = json(registered.with(key, first)).path("apiKey").asString();
    var token = json(Posts.booking(salon).with(key, first)).path("manageToken").asString();
    assertThat(apiKey).startsWith("sk_");
    assertThat(token).startsWith("mt_");
    var stored =
        first
            .bean(JdbcTemplate.class)
            .query(
                "SELECT key_hash || fingerprint || answer FROM command.idempotency_key",
                (row, number) -> new String(row.getBytes(1), ISO_8859_1));
    assertThat(stored).isNotEmpty();
    assertThat(String.join("\n", stored)).doesNotContain(apiKey, token, key, "manageToken");
  }

  @Test
  void forgetsAfterADay() {
    var booking = Posts.booking(salon);
    var answer = booking.with(key, first);
    var keys = first.bean(IdempotencyKeys.class);
    first.clock.set(CommandServer.NOW.plus(Duration.ofHours(24)));
    keys.forgetOld();
    assertThat(essence(booking.with(key, first))).isEqualTo(essence(answer));
    first.clock.set(CommandServer.NOW.plus(Duration.ofHours(24)).plusSeconds(1));
    keys.forgetOld();
    assertThat(answers()).isZero();
    assertThat(isReplayed(booking.with(key, first))).isFalse();
    var due = "SELECT count(*) FROM command.scheduled_tasks WHERE task_name = 'idempotency-purge'";
    await().untilAsserted(() -> assertThat(count(due)).isEqualTo(1));
  }
}
