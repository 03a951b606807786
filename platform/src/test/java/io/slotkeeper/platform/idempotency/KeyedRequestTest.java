package io.slotkeeper.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.slotkeeper.platform.foundation.Sha256;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class KeyedRequestTest {
  private static MockHttpServletRequest with(String... keys) {
    var request = new MockHttpServletRequest("POST", "/api/bookings");
    for (var key : keys) {
      request.addHeader(KeyedRequest.HEADER, key);
    }
    return request;
  }

  @Test
  void takesKeysAsTheyAre() {
    assertThat(KeyedRequest.keyIn(with("\"quoted\""))).isEqualTo("\"quoted\"");
    assertThat(KeyedRequest.keyIn(with("x".repeat(255)))).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "über", "line\nbreak"})
  void refusesWhatIsNoKey(String malformed) {
    assertRefused(with(malformed));
  }

  @Test
  void refusesMoreThanOneKey() {
    assertRefused(with("same", "same"));
  }

  private static void assertRefused(MockHttpServletRequest request) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> KeyedRequest.keyIn(request))
        .returns(ProblemCode.VALIDATION_FAILED, ProblemException::code);
  }

  @Test
  void digestsAllOfABodyHoweverMuchOfItWasRead() throws IOException {
    var body = "{\"slotId\":\"one\"}".getBytes(UTF_8);
    var digest = Sha256.of(body);
    for (int read = 0; read <= body.length; read++) {
      var request = with("key");
      request.setContent(body);
      var digested = new DigestedRequest(request);
      assertThat(digested.getInputStream().readNBytes(read)).hasSize(read);
      assertThat(digested.bodyDigest()).isEqualTo(digest);
    }
  }

  @Test
  void keepsAnswersForADayAtLeast() {
    assertThat(new IdempotencySettings(Duration.ofDays(1)).keep()).hasDays(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IdempotencySettings(Duration.ofHours(23)));
  }
}
