package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Keyed.essence;
import static io.slotkeeper.command.http.Keyed.isReplayed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.slotkeeper.platform.idempotency.IdempotencyKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class IdempotencyKeysTest extends OnTwoNodes {
  private static final String TOO_LONG =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @Test
  void refusesTheKeyOfAnotherRequest() {
    var booking = Posts.booking(salon);
    var other = new Keyed("/api/bookings", null, booking.body().replace("window", "door"));
    assertThat(booking.with(key, first()).statusCode()).isEqualTo(201);
    double reused = counted("reused");
    assertProblem(other.with(key, second()), 422, "idempotency-key-reused");
    assertThat(counted("reused")).isEqualTo(reused + 1);

    var suspend = Posts.of("/api/businesses/{businessId}/suspend", salon);
    assertThat(suspend.with(key, first()).statusCode()).isEqualTo(200);
    var resume = new Keyed(salon.path() + "/resume", salon.key(), "");
    assertProblem(resume.with(key, first()), 422, "idempotency-key-reused");
    assertProblem(
        salon.call("POST", suspend.path(), "", "Idempotency-Key", key, "If-Match", "\"0\""),
        422,
        "idempotency-key-reused");
  }

  @Test
  void keepsTheKeysOfCallersApart() {
    var other = Salon.register(first());
    var path = "/api/businesses/{businessId}/closures";
    var one = Posts.of(path, salon).with(key, first());
    var two = Posts.of(path, other).with(key, first());
    assertThat(two.statusCode()).as(two.body()).isEqualTo(201);
    assertThat(json(two).path("closureId")).isNotEqualTo(json(one).path("closureId"));
    assertProblem(Posts.of(path, salon).as(other.key()).with(key, first()), 404, "not-found");
  }

  @Test
  void repeatsWhatWasRefusedAlsoWhereItWouldBePossibleNow() {
    var taken = Posts.pending(salon);
    var booking = Posts.booking(salon);
    var refused = booking.with(key, first());
    assertProblem(refused, 409, "slot-taken");
    salon.call("POST", "/api/bookings/%s/reject".formatted(taken), "");
    var again = booking.with(key, second());
    assertThat(essence(again)).isEqualTo(essence(refused));
    assertThat(isReplayed(again)).isTrue();
    assertThat(booking.with(key + "2", second()).statusCode()).isEqualTo(201);

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
    assertProblem(booking.saying("{}").with(key, first()), 400, "validation-failed");
    assertProblem(booking.as("sk_x").with(key, first()), 401, "unauthenticated");
    var unknown = new Keyed("/api/bookings/%s/confirm".formatted("bkg_x"), salon.key(), "");
    assertProblem(unknown.with(key, first()), 404, "not-found");
    assertThat(answers()).isEqualTo(kept);
    assertThat(booking.with(key, first()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", TOO_LONG})
  void refusesKeysThatAreNone(String malformed) {
    var answer = Posts.booking(salon).with(malformed, first());
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
    assertThat(Posts.booking(salon).with(TOO_LONG.substring(1), first()).statusCode())
        .isEqualTo(201);
  }

  @Test
  void storesNeitherCredentialsNorKeysInClear() {
    var registered = new Keyed("/api/businesses", CommandServer.ADMIN, Salon.REGISTRATION);
    var apiKey = json(registered.with(key, first())).path("apiKey").asString();
    var token = json(Posts.booking(salon).with(key, first())).path("manageToken").asString();
    assertThat(apiKey).startsWith("sk_");
    assertThat(token).startsWith("mt_");
    var stored =
        first()
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
    var answer = booking.with(key, first());
    var keys = first().bean(IdempotencyKeys.class);
    first().clock.set(CommandServer.NOW.plus(Duration.ofHours(24)));
    keys.forgetOld();
    assertThat(essence(booking.with(key, first()))).isEqualTo(essence(answer));
    first().clock.set(CommandServer.NOW.plus(Duration.ofHours(24)).plusSeconds(1));
    keys.forgetOld();
    assertThat(answers()).isZero();
    assertThat(isReplayed(booking.with(key, first()))).isFalse();
    assertThat(first().bean(RecurringTask.class, "idempotencyPurge").getName())
        .isEqualTo("idempotency-purge");
  }
}
