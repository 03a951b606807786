package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * What a service answered.
 *
 * @param body a text in one piece where it is no JSON
 * @param token that makes reads as new as this; empty for what changed nothing
 */
public record Answer(int status, JsonNode body, String contentType, String token) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answer of(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        body(response.body(), type),
        type,
        response.headers().firstValue(ConsistencyToken.HEADER).orElse(""));
  }

  private static JsonNode body(String text, String type) {
    if (!type.isEmpty() && !type.contains("json")) {
      return StringNode.valueOf(text);
    }
    return JSON.readTree(text.isEmpty() ? "null" : text);
  }

  public String text(String field) {
    return body.path(field).asString("");
  }

  public Answer expect(int expected) {
    assertThat(status).as("%s", body).isEqualTo(expected);
    return this;
  }

  /** A problem document with this code. */
  public Answer expectProblem(int expected, String code) {
    expect(expected);
    assertThat(contentType).startsWith("application/problem+json");
    assertThat(text("code")).isEqualTo(code);
    return this;
  }
}
