package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Keyed.essence;
import static io.slotkeeper.command.http.Keyed.isReplayed;
import static io.slotkeeper.command.http.Salon.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.command.node.Crowd;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyTest extends OnTwoNodes {
  private static final String ROTATE = "/api/businesses/{businessId}/api-key/rotate";
  private static final String WEBHOOK = "/webhooks/whatsapp";

  static List<String> posts() {
    return Endpoint.mapped(first())
        .filter(endpoint -> endpoint.method().equals("POST"))
        .map(Endpoint::pattern)
        // Meta sends what it sends again without a key, and is answered the same anyway.
        .filter(pattern -> !pattern.equals(WEBHOOK))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("posts")
  void answersEveryPostTheSameFromEveryNode(String pattern) {
    var post = Posts.of(pattern, salon);
    var answer = post.with(key, first());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    assertThat(isReplayed(answer)).isFalse();

    var again = pattern.equals(ROTATE) ? post.as(json(answer).path("apiKey").asString()) : post;
    for (var server : List.of(second(), first())) {
      var repeated = again.with(key, server);
      assertThat(essence(repeated)).isEqualTo(essence(answer));
      assertThat(isReplayed(repeated)).isTrue();
    }
    assertProblem(
        again.saying(post.body() + " ").with(key, second()), 422, "idempotency-key-reused");
  }

  @Test
  void booksOnceForAHundredAtOnceOnTwoNodes() {
    var booking = Posts.booking(salon);
    double firsts = counted("first");
    var made = new ConcurrentLinkedQueue<List<Object>>();
    Crowd.of(
        100,
        number -> {
          var answer = booking.with(key, number % 2 == 0 ? first() : second());
          if (answer.statusCode() == 201) {
            made.add(essence(answer));
          } else {
            assertProblem(answer, 409, "idempotency-in-flight");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
          }
          return "";
        });
    var later = booking.with(key, second());
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
  void keepsOneRefusalForAHundredAtOnceOnTwoNodes() {
    var unused = Posts.pending(salon);
    var booking = Posts.booking(salon);
    int kept = answers();
    double firsts = counted("first");
    var refused = new ConcurrentLinkedQueue<List<Object>>();
    Crowd.of(
        100,
        number -> {
          var answer = booking.with(key, number % 2 == 0 ? first() : second());
          if (answer.body().contains("slot-taken")) {
            refused.add(essence(answer));
          } else {
            assertProblem(answer, 409, "idempotency-in-flight");
          }
          return "";
        });
    var later = booking.with(key, second());
    assertProblem(later, 409, "slot-taken");
    assertThat(isReplayed(later)).isTrue();
    assertThat(refused).isNotEmpty().containsOnly(essence(later));
    assertThat(answers()).isEqualTo(kept + 1);
    assertThat(counted("first")).isEqualTo(firsts + 1);
  }

  @Test
  void answersWhatWasCommittedByANodeThatDiedBeforeItAnswered() {
    var booking = Posts.booking(salon);
    int kept = answers();
    var lost =
        first()
            .call(
                "POST",
                booking.path(),
                null,
                booking.body(),
                "Idempotency-Key",
                key,
                LOSE_ANSWER,
                "1");
    assertThat(lost.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answers()).isEqualTo(kept + 1);

    var answer = booking.with(key, second());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(isReplayed(answer)).isTrue();
    var token = json(answer).path("manageToken").asString();
    var path = "/api/bookings/%s/cancel".formatted(json(answer).path("bookingId").asString());
    assertThat(second().call("POST", path, token, "").statusCode()).isEqualTo(200);
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
    var answer = booking.with(key, first());
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
    assertThat(essence(booking.with(key, second()))).isEqualTo(essence(answer));
  }

  private HttpResponse<String> failing(
      AtomicInteger times, Supplier<RuntimeException> failure, Keyed booking) {
    var failing =
        first()
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
      return booking.with(key, first());
    } finally {
      failing.cancel();
    }
  }
}
