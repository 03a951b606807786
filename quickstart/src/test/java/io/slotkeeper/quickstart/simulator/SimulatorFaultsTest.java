package io.slotkeeper.quickstart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class SimulatorFaultsTest {

  private final Business business = new Business();

  SimulatorFaultsTest() throws IOException {}

  @AfterEach
  void close() {
    business.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400",
    "2, 503",
    "4, 429",
    "10, 403",
    "100, 400",
    "190, 401",
    "200, 403",
    "299, 403",
    "80007, 429",
    "130429, 429",
    "131000, 500",
    "131016, 503",
    "131026, 400",
    "131047, 400",
    "131056, 429"
  })
  void answersTheErrorThatWasAskedFor(int code, int status) {
    business.faults(Map.of("error", code));

    Business.Answer answer = business.sendTemplate("Ana", "10:00");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(business.simulator.received()).isEmpty();
  }

  @Test
  void failsOnlyEachThirdRequest() {
    business.sendTemplate("Ana", "10:00");
    business.faults(Map.of("error", 131016, "every", 3));

    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(503);
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
  }

  @Test
  void acceptsAMessageWhoseAnswerIsCutOff() {
    business.faults(Map.of("spoilAnswer", true));

    var answer = business.sendTemplate("Ana", "10:00");

    assertThat(answer.status()).isEqualTo(200);
    assertThatThrownBy(answer::messageId).isInstanceOf(JacksonException.class);
    assertThat(business.simulator.received()).hasSize(1);
  }

  @Test
  void acceptsAMessageWhoseAnswerIsLost() {
    business.faults(Map.of("loseAnswer", true));

    assertThat(business.sendWithin(Duration.ofMillis(500)).status()).isZero();

    assertThat(business.simulator.received()).hasSize(1);
    assertThat(business.chat()).hasSize(1);
    await()
        .untilAsserted(
            () -> assertThat(business.receiver.statuses()).containsExactly("sent", "delivered"));
  }

  @Test
  void answersLate() {
    business.faults(Map.of("delayMs", 700));

    assertThat(business.sendWithin(Duration.ofMillis(200)).status()).isZero();
    long start = System.nanoTime();
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(650));
    assertThat(business.simulator.received()).hasSize(2);
  }

  @Test
  void tellsTheCurrentFaultsAndEndsThem() {
    String none = business.get("/simulator/faults").body();

    assertThat(business.faults(Map.of("error", 131016)).status()).isEqualTo(200);
    assertThat(business.get("/simulator/faults").json().path("error").asInt()).isEqualTo(131016);
    assertThat(business.faults(Map.of()).status()).isEqualTo(200);

    assertThat(business.get("/simulator/faults").body()).isEqualTo(none);
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
  }

  @Test
  void refusesFaultsThatItDoesNotKnow() {
    assertThat(business.faults(Map.of("eror", 1)).status()).isEqualTo(400);
    assertThat(business.faults(Map.of("every", 0)).status()).isEqualTo(400);
    assertThat(business.faults(Map.of("loseAnswer", "yes")).status()).isEqualTo(400);
    assertThat(business.sendTemplate("Ana", "10:00").status()).isEqualTo(200);
  }
}
