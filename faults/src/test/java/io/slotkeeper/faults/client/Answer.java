package io.slotkeeper.faults.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node answered.
 *
 * @param status 0 where no answer came: the connection was refused or ended, or time ran out
 * @param body null in JSON where there is none
 * @param took from the sending to the end of the answer
 */
public record Answer(int status, JsonNode body, HttpHeaders headers, Duration took) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Refusals after which nothing is known or nothing was done: the same may be asked again. */
  private static final Set<String> UNDECIDED = Set.of("conflict", "idempotency-in-flight");

  static Answer of(HttpResponse<String> response, Duration took) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        JSON.readTree(type.contains("json") ? response.body() : "null"),
        response.headers(),
        took);
  }

  static Answer none(Duration took) {
    return new Answer(
        0, JSON.readTree("null"), HttpHeaders.of(java.util.Map.of(), (a, b) -> true), took);
  }

  /** A text of the body, empty where it has none of that name. */
  public String text(String field) {
    return body.path(field).asString("");
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The stable code of a problem, empty for what is none. */
  public String code() {
    return text("code");
  }

  /** Its status, and the code where it is a problem. */
  public String kind() {
    return "%d %s".formatted(status, code()).strip();
  }

  /** What makes reads as new as this; empty for what changed nothing. */
  public String token() {
    return header(ConsistencyToken.HEADER);
  }

  /** Empty where there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Whether the same request would always be answered so from now on. */
  public boolean decided() {
    return status >= 200 && status < 500 && status != 429 && !UNDECIDED.contains(code());
  }

  public Answer expect(int expected) {
    assertThat(status).as("%s", body).isEqualTo(expected);
    return this;
  }

  /** A problem document with this code. */
  public Answer expectProblem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(code()).isEqualTo(code);
    return this;
  }
}
