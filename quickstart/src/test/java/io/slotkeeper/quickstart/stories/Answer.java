package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param token that makes reads as new as this; empty for what changed nothing
 */
public record Answer(int status, JsonNode body, String contentType, String token) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        JSON.readTree(response.body().isEmpty() ? "null" : response.body()),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue(ConsistencyToken.HEADER).orElse(""));
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
