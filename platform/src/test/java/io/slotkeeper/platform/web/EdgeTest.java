package io.slotkeeper.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

@SuppressWarnings("NullAway.Init")
class EdgeTest {
  private static ConfigurableApplicationContext context;
  private static Http http;

  @BeforeAll
  static void start() {
    var settings = new HashMap<>(TestPostgres.freshDatabase().springProperties());
    var hurry = new MapPropertySource("hurry", Map.of("server.tomcat.connection-timeout", "2s"));
    context =
        EdgeApplication.start(
            settings,
            application ->
                application.initializers(
                    starting -> starting.getEnvironment().getPropertySources().addFirst(hurry)));
    http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    var problem = Http.json(response);
    assertThat(problem.path("type").asString()).isEqualTo("urn:problem-type:slotkeeper:" + code);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("instance").asString()).isEqualTo(response.uri().getRawPath());
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(response.body()).doesNotContain("secret words", "xception", "java.", "slotkeeper.p");
  }

  private static void assertError(HttpResponse<String> response, String pointer, String code) {
    assertProblem(response, 400, "validation-failed");
    assertThat(Http.json(response).path("errors"))
        .as(response.body())
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isEqualTo(pointer);
              assertThat(error.path("code").asString()).isEqualTo(code);
              assertThat(error.path("message").asString()).isNotBlank();
            });
  }

  @Test
  void acceptsWhatIsRight() {
    var response =
        http.post(
            "/things",
            """
            {"name":"ab","number":3,"yes":true,"inner":{"text":"x"},"list":[{"text":"y"}],
             "days":{"MONDAY":[{"from":"10:00","to":"24:00"}]},"status":"PENDING"}\
            """);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":1}|/name|wrong-type
          {"name":true}|/name|wrong-type
          {"name":["a"]}|/name|wrong-type
          {"name":{}}|/name|wrong-type
          {"name":null}|/name|null
          {}|/name|required
          {"name":""}|/name|blank
          {"name":"   "}|/name|blank
          {"name":"abcdef"}|/name|too-long
          {"name":"a\\u0000b"}|/name|control-characters
          {"name":"a\\nb"}|/name|control-characters
          {"name":"a\\u202eb"}|/name|control-characters
          {"name":"a\\ud800b"}|/name|control-characters
          {"name":"a","number":"1"}|/number|wrong-type
          {"name":"a","number":1.0}|/number|wrong-type
          {"name":"a","number":true}|/number|wrong-type
          {"name":"a","number":""}|/number|wrong-type
          {"name":"a","number":0}|/number|out-of-range
          {"name":"a","number":11}|/number|out-of-range
          {"name":"a","number":99999999999}|/number|out-of-range
          {"name":"a","number":999999999999999999999999999999999999999999999999}|/number|out-of-range
          {"name":"a","yes":"true"}|/yes|wrong-type
          {"name":"a","yes":1}|/yes|wrong-type
          {"name":"a","status":"pending"}|/status|wrong-type
          {"name":"a","status":0}|/status|wrong-type
          {"name":"a","status":""}|/status|wrong-type
          {"name":"a","other":1}|/other|unknown-field
          {"name":"a","Name":"b"}|/Name|unknown-field
          {"name":"a","inner":{}}|/inner/text|required
          {"name":"a","inner":""}|/inner|wrong-type
          {"name":"a","list":{}}|/list|wrong-type
          {"name":"a","list":[null]}|/list/0|null
          {"name":"a","list":[{"text":"a"},{"text":""}]}|/list/1/text|blank
          {"name":"a","list":[{"text":"a"},{"text":"a"},{"text":"a"}]}|/list|too-many
          {"name":"a","days":{"MONDY":[]}}|/days/MONDY|unknown-value
          {"name":"a","days":{"a/b~c":[]}}|/days/a~1b~0c|unknown-value
          {"name":"a","days":{"MONDAY":[{"from":"25:00","to":"24:00"}]}}|/days/MONDAY/0/from|not-a-time
          {"name":"a","days":{"MONDAY":[{"from":"24:00","to":"24:00"}]}}|/days/MONDAY/0/from|not-a-time
          {"name":"a","days":{"MONDAY":[{"from":7}]}}|/days/MONDAY/0/from|wrong-type
          """)
  void pointsAtTheValueThatIsWrong(String body, String pointer, String code) {
    assertError(http.post("/things", body), pointer, code);
  }

  @Test
  void tellsAllErrorsOfABodyAtOnce() {
    var response =
        http.post("/things", "{\"number\":0,\"inner\":{},\"days\":{\"X\":[{\"from\":\"9\"}]}}");
    for (var pointer :
        new String[] {
          "/name", "/number", "/inner/text", "/days/X", "/days/X/0/from", "/days/X/0/to"
        }) {
      assertThat(Http.json(response).path("errors"))
          .anyMatch(error -> error.path("pointer").asString().equals(pointer));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "1",
        "{} {}",
        "{}x",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\",}",
        "{name:1}",
        "{\"number\":01}",
        "{\"number\":NaN}",
        "{\"name\":1} x"
      })
  void refusesWhatIsNoJsonObject(String body) {
    assertProblem(http.post("/things", body), 400, "malformed");
  }

  @Test
  void refusesDeepNesting() {
    var body = "{\"inner\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertProblem(http.post("/things", body), 400, "malformed");
  }

  @Test
  void refusesInvalidUtf8() {
    var body = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    var request =
        http.to("/things")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    assertProblem(http.send(request), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "UTF-8"})
  void refusesOtherEncodingsAndByteOrderMarks(String charset) {
    var mark = charset.equals("UTF-8") ? "\ufeff" : "";
    var body = (mark + "{\"name\":\"a\"}").getBytes(Charset.forName(charset));
    var request =
        http.to("/things")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    assertProblem(http.send(request), 400, "malformed");
  }

  @Test
  void tellsOnlyTheFirstOfVeryManyErrors() {
    var body =
        IntStream.range(0, 500)
            .mapToObj("\"X%d\":[]"::formatted)
            .collect(Collectors.joining(",", "{\"name\":\"a\",\"days\":{", "}}"));
    var response = http.post("/things", body);
    assertProblem(response, 400, "validation-failed");
    assertThat(Http.json(response).path("errors").size()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /page?limit=%ff HTTP/1.1",
        "GET /page?limit=%zz HTTP/1.1",
        "GET /page?=1 HTTP/1.1",
        "GET /page?limit=%ED%A0%80 HTTP/1.1",
        "POST /things HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
      })
  void refusesParametersAndChunksThatCannotBeDecoded(String head) throws IOException {
    var answer = http.sendRaw(head + "\r\nHost: localhost\r\nConnection: close\r\n\r\nzz\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    assertThat(answer).contains("\"code\":\"malformed\"");
  }

  @Test
  void refusesBodiesAboveTheLimit() {
    var body = "{\"name\":\"" + "a".repeat(65 * 1024) + "\"}";
    assertProblem(http.post("/things", body), 413, "too-large");
    var undeclared =
        http.to("/things")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))));
    assertProblem(http.send(undeclared), 413, "too-large");
  }

  @Test
  void refusesOtherMediaTypes() {
    var request =
        http.to("/things").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));
    assertProblem(http.send(request), 415, "unsupported-media-type");
    var picky =
        http.to("/things")
            .header("Content-Type", "application/json")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString("{\"name\":\"a\"}"));
    assertProblem(http.send(picky), 406, "not-acceptable");
  }

  @Test
  void knowsNoOtherPathsAndMethods() {
    assertProblem(http.get("/nothing"), 404, "not-found");
    assertProblem(http.get("/things/"), 404, "not-found");
    var wrongMethod = http.get("/things");
    assertProblem(wrongMethod, 405, "method-not-allowed");
    assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void speaksOneVersion() {
    assertThat(http.get("/open", "API-Version", "1").statusCode()).isEqualTo(200);
    assertProblem(http.get("/open", "API-Version", "2"), 400, "unknown-api-version");
    assertProblem(http.get("/open", "API-Version", ""), 400, "unknown-api-version");
    assertProblem(http.get("/open", "API-Version", "1.0"), 400, "unknown-api-version");
    assertProblem(http.get("/open", "API-Version", "\"1\""), 400, "unknown-api-version");
    assertProblem(
        http.get("/open", "API-Version", "1", "API-Version", "2"), 400, "unknown-api-version");
    assertProblem(
        http.get("/open", "API-Version", "1", "API-Version", "1"), 400, "unknown-api-version");
    assertProblem(http.get("/nothing", "API-Version", "2"), 404, "not-found");
  }

  @Test
  void checksParameters() {
    assertProblem(http.get("/page"), 400, "validation-failed");
    var response = http.get("/page?limit=x");
    assertProblem(response, 400, "validation-failed");
    assertThat(Http.json(response).path("errors").path(0).path("parameter").asString())
        .isEqualTo("limit");
  }

  @Test
  void tellsWhatTheDomainRefuses() {
    var transition = http.get("/fail/transition");
    assertProblem(transition, 409, "illegal-transition");
    assertThat(Http.json(transition).path("from").asString()).isEqualTo("PENDING");
    assertThat(Http.json(transition).path("command").asString()).isEqualTo("CompleteBooking");
    assertThat(Http.json(transition).path("rule").asString()).isEqualTo("SomeRule");
    assertProblem(http.get("/fail/version"), 412, "version-conflict");
  }

  @Test
  void hidesWhatFailedInside() {
    var outage = http.get("/fail/outage");
    assertProblem(outage, 503, "unavailable");
    assertThat(outage.headers().firstValue("Retry-After")).hasValue("1");
    var fault = http.get("/fail/any");
    assertProblem(fault, 500, "internal-error");
    assertThat(Http.json(fault).path("errorId").asString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%ff%fe HTTP/1.1",
        "GET /a%2Fb HTTP/1.1",
        "GET /a;b=c HTTP/1.1",
        "GET //open HTTP/1.1",
        "GET /a\\b HTTP/1.1",
        "GET /a%00b HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /a|b HTTP/1.1",
        "GET /../../etc HTTP/1.1",
        "GARBAGE",
        "G@T / HTTP/1.1",
        "GET /open HTTP/9.9",
        "POST /things HTTP/1.1\r\nContent-Length: x",
        "GET /open HTTP/1.1\r\nHost: b ad",
        "TRACE /open HTTP/1.1",
        "TRACK /open HTTP/1.1",
        "CONNECT localhost:80 HTTP/1.1",
        "BREW /open HTTP/1.1"
      })
  void answersUnreadableRequestsWithoutHtml(String head) throws IOException {
    var host = head.contains("Host:") ? "" : "Host: localhost\r\n";
    var answer = http.sendRaw(head + "\r\n" + host + "Connection: close\r\n\r\n");
    assertThat(answer).doesNotContain("<", "xception", "Tomcat", "java");
    assertThat(answer)
        .containsPattern("^HTTP/1.1 (4|501|505)")
        .contains("application/problem+json");
  }

  @Test
  void saysThatItWorksWithoutRedis() {
    var response = http.get("/api/health");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"DEGRADED\",\"parts\":[\"redis\"]}");
  }

  @Test
  void saysThatItIsNotUpWithoutItsDatabase() {
    var nowhere =
        Map.<String, Object>of(
            "spring.datasource.url",
            "jdbc:postgresql://localhost:1/none",
            "spring.datasource.hikari.connection-timeout",
            250);
    try (var alone = EdgeApplication.start(nowhere)) {
      var port = alone.getEnvironment().getRequiredProperty("local.server.port", int.class);
      var response = new Http(port).get("/api/health");
      assertProblem(response, 503, "unavailable");
      assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(Http.json(response).path("parts").toString()).isEqualTo("[\"event-store\"]");
      var management =
          new Http(alone.getEnvironment().getRequiredProperty("local.management.port", int.class));
      assertThat(management.get("/actuator/health").statusCode()).isEqualTo(503);
      assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void showsItsHealthOnThePortOfItsOwnManagement() {
    var port = context.getEnvironment().getRequiredProperty("local.management.port", int.class);
    var management = new Http(port);
    assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(management.get("/actuator/health").body())
        .contains("event-store", "disk")
        .doesNotContain("details");
    for (var closed :
        List.of(
            "env",
            "heapdump",
            "beans",
            "loggers",
            "threaddump",
            "metrics",
            "configprops",
            "mappings",
            "info",
            "shutdown",
            "flyway",
            "httpexchanges")) {
      assertThat(management.get("/actuator/" + closed).statusCode()).as(closed).isEqualTo(404);
    }
    assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(http.get("/actuator/health").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsBrowsersToDoNothingWithAnswers() {
    var tooLarge = http.post("/things", "\"" + "a".repeat(65 * 1024) + "\"");
    for (var answer :
        List.of(http.get("/open"), http.get("/nothing"), http.get("/forgotten"), tooLarge)) {
      var headers = answer.headers();
      assertThat(headers.firstValue("Content-Security-Policy"))
          .hasValue("default-src 'none'; frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }
    assertThat(
            http.get("/swagger-ui/index.html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse(""))
        .contains("script-src 'self'");
  }

  @Test
  void letsNoPagesOfOtherOriginsCall() {
    var asked =
        http.to("/open")
            .header("Origin", "https://elsewhere.test")
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody());
    assertProblem(http.send(asked), 403, "forbidden");
    var got = http.get("/open", "Origin", "https://elsewhere.test");
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /open HTTP/1.1\r\nHost: loc",
        "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
      })
  void endsConnectionsOfThoseWhoStall(String beginning) throws IOException {
    assertThat(http.sendRaw(beginning))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isEmpty(),
            answer -> assertThat(answer).startsWith("HTTP/1.1 4"));
  }

  @Test
  void describesItself() {
    assertThat(http.get("/v3/api-docs").body()).contains("\"openapi\":\"3.1");
    assertThat(http.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
  }

  @Test
  void closesHandlersThatNoRuleSpeaksOf() {
    assertProblem(http.get("/forgotten"), 401, "unauthenticated");
    assertProblem(
        http.get("/forgotten", "Authorization", "Bearer " + EdgeApplication.ADMIN),
        404,
        "not-found");
  }
}
