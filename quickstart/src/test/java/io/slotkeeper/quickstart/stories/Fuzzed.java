package io.slotkeeper.quickstart.stories;

import io.slotkeeper.testing.ApiOperation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes one request for an operation, right in most parts and wrong in some. */
final class Fuzzed {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");
  private static final List<String> HEADERS =
      List.of(
          "If-Match: \"0\"",
          "If-Match: \"999\"",
          "If-Match: *",
          "If-Match: W/\"1\"",
          "If-Match: nonsense",
          "If-None-Match: *",
          "If-None-Match: \"",
          "API-Version: 1",
          "API-Version: 2",
          "API-Version: ",
          "Idempotency-Key: \"",
          "Correlation-Id: good.name",
          "Correlation-Id: no good name",
          "Accept: application/yaml",
          "Accept: text/html",
          "Accept: */*",
          "Accept: nonsense",
          "Accept: application/problem+json",
          "Consistency-Token: nonsense",
          "Consistency-Token: Yml6XzBAMQ",
          "Consistency-Token: ",
          "Prefer: wait=0",
          "Prefer: wait=-1",
          "Prefer: wait=99999999999999999999",
          "Last-Event-ID: 0",
          "Last-Event-ID: -1",
          "Last-Event-ID: 99999999999999999999",
          "Last-Event-ID: '; DROP TABLE query.slot; --",
          "Accept-Language: zz-ZZ-x-bad",
          "Content-Encoding: gzip",
          "Accept-Charset: utf-7",
          "Range: bytes=0-1",
          "X-Forwarded-For: 1.2.3.4",
          "X-HTTP-Method-Override: DELETE",
          "Origin: https://evil.example");
  private static final List<String> TYPES =
      List.of(
          "application/json; charset=utf-16",
          "application/json; charset=nonsense",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "application/yaml",
          "nonsense",
          "application/problem+json");

  private final Random random;
  private final ApiOperation operation;
  private final URI base;
  private final Known known;

  /** What there is: values for parameters by name, and credentials. */
  record Known(Function<String, List<String>> values, List<String> credentials) {}

  Fuzzed(Random random, ApiOperation operation, URI base, Known known) {
    this.random = random;
    this.operation = operation;
    this.base = base;
    this.known = known;
  }

  HttpRequest request() {
    var method =
        random.nextInt(25) == 0 ? pick(METHODS) : operation.method().toUpperCase(Locale.ROOT);
    var request = HttpRequest.newBuilder(base.resolve(path() + query()));
    if (random.nextInt(8) != 0) {
      request.header("Authorization", pick(known.credentials()));
    }
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      var header = pick(HEADERS).split(": ", 2);
      request.header(header[0], header[1]);
    }
    if (random.nextInt(6) == 0) {
      request.header("Idempotency-Key", "fuzz-" + random.nextInt(40));
    }
    var body = body();
    if (body.length > 0 || random.nextInt(10) == 0) {
      request.header("Content-Type", random.nextInt(12) == 0 ? pick(TYPES) : "application/json");
    }
    return request
        .method(
            method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .build();
  }

  private String path() {
    var path = operation.path();
    for (var variable : operation.variables()) {
      path = path.replace("{" + variable + "}", encoded(value(variable)));
    }
    return random.nextInt(60) == 0 ? path + pick(List.of("/", "/x", "//", "/..%2f", ";a=b")) : path;
  }

  private String query() {
    var parts = new ArrayList<String>();
    operation
        .parameters()
        .filter(parameter -> parameter.path("in").asString("").equals("query"))
        .forEach(
            parameter -> {
              var name = parameter.path("name").asString("");
              if (random.nextInt(3) == 0) {
                var value = random.nextInt(2) == 0 ? example(parameter) : value(name);
                parts.add(name + "=" + encoded(value));
              }
            });
    if (random.nextInt(30) == 0) {
      parts.add(pick(List.of("unknown=1", "limit=1&limit=2", "=", "a%00b=1", "from=%ff%fe")));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String example(JsonNode parameter) {
    return parameter.path("example").asString("");
  }

  private String value(String name) {
    var good = known.values().apply(name);
    return good.isEmpty() || random.nextInt(7) == 0 ? Hostile.text(random) : pick(good);
  }

  private String encoded(String value) {
    var text = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return text.isEmpty() ? "%20" : text;
  }

  private byte[] body() {
    var media = operation.node().path("requestBody").path("content").path("application/json");
    if (media.isMissingNode()) {
      return random.nextInt(20) == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
    }
    var examples = media.path("examples").valueStream().toList();
    var body = examples.get(random.nextInt(examples.size())).path("value").deepCopy();
    return new FuzzedBody(random, known.values()).bytes(body);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
