package io.slotkeeper.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.idempotency.IdempotencyKeys;
import io.slotkeeper.query.Endpoint;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyedPostsTest extends Rebuilding {
  private static final String REBUILD = PROJECTIONS + "bookings/rebuild";
  private static final String RETRY = "/api/admin/dead-letters/bookings/retry";

  private HttpResponse<byte[]> post(String path, String key) {
    return admin.ask("POST", path, "Idempotency-Key", key);
  }

  private static void assertRepeated(HttpResponse<byte[]> repeated, HttpResponse<byte[]> answer) {
    assertThat(repeated.statusCode()).isEqualTo(answer.statusCode());
    assertThat(repeated.body()).isEqualTo(answer.body());
    assertThat(repeated.headers().firstValue("Location"))
        .isEqualTo(answer.headers().firstValue("Location"));
    assertThat(repeated.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void answersEveryPostTheSameAndForgetsAfterADay() {
    assertThat(Endpoint.mapped(service))
        .filteredOn(endpoint -> endpoint.method().equals("POST"))
        .extracting(Endpoint::pattern)
        .as("each of these must be sent with a key below")
        .containsExactlyInAnyOrder(
            "/api/admin/projections/{name}/rebuild", "/api/admin/dead-letters/{group}/retry");

    var rebuild = post(REBUILD, "one");
    assertThat(rebuild.statusCode()).isEqualTo(202);
    awaitState("bookings", RebuildState.DONE);
    assertRepeated(post(REBUILD, "one"), rebuild);
    assertThat(count("query.rebuild")).isEqualTo(1);
    var other = post(REBUILD + "?onDifference=SWITCH", "one");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(new String(other.body(), UTF_8)).contains("idempotency-key-reused");

    var retry = post(RETRY, "two");
    assertThat(retry.statusCode()).isEqualTo(200);
    assertRepeated(post(RETRY, "two"), retry);
    assertThat(count("query.idempotency_key")).isEqualTo(2);

    service.clock().set(service.clock().instant().plus(Duration.ofHours(25)));
    service.context().getBean(IdempotencyKeys.class).forgetOld();
    assertThat(count("query.idempotency_key")).isZero();
  }
}
