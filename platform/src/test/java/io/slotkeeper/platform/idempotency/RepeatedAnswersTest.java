package io.slotkeeper.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RepeatedAnswersTest {
  @Test
  void saysAllThatTheFirstAnswerSaidUnderAName() throws IOException {
    var response = new MockHttpServletResponse();
    response.setHeader("ETag", "\"of this one\"");
    var kept =
        new KeptAnswer(
            201,
            Map.of("Link", List.of("<a>", "<b>"), "ETag", List.of("\"1\"")),
            "{}".getBytes(UTF_8));

    new RepeatedAnswers().answer(new RepeatedAnswer(kept), response);

    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(response.getHeaders("Link")).containsExactly("<a>", "<b>");
    assertThat(response.getHeaders("ETag")).containsExactly("\"1\"");
    assertThat(response.getContentAsString()).isEqualTo("{}");
  }
}
