package io.slotkeeper.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@SuppressWarnings("NullAway.Init")
@ExtendWith(OutputCaptureExtension.class)
class AllowedOriginsTest {
  private static final String FORGED = "2027-03-01T08:00:00.000Z  INFO 1 --- forged";

  private static ConfigurableApplicationContext context;
  private static Http http;

  @BeforeAll
  static void start() {
    Map<String, Object> settings = new HashMap<>(TestPostgres.freshDatabase().springProperties());
    settings.put("slotkeeper.cors.allowed-origins", "https://here.test, https://there.test:8443");
    settings.put("server.forward-headers-strategy", "native");
    context = EdgeApplication.start(settings);
    http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static HttpResponse<String> mayPost(String origin) {
    return http.send(
        http.to("/things")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,if-match")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void letsPagesOfTheseOriginsCall() {
    var allowed = mayPost("https://here.test");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://here.test");
    assertThat(allowed.headers().map()).doesNotContainKey("access-control-allow-credentials");
    var answer = http.get("/nothing", "Origin", "https://there.test:8443");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://there.test:8443");
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("ETag", "Consistency-Token", "Retry-After", "Location");
  }

  @Test
  void letsNoOthersCall() {
    var refused = mayPost("https://here.test.evil.test");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Http.json(refused).path("code").asString()).isEqualTo("forbidden");
    var answer = http.get("/open", "Origin", "null");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void insistsOnTlsWhereTheProxySpeaksIt() {
    var answer = http.get("/open", "X-Forwarded-Proto", "https");
    assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
        .contains("max-age");
  }

  @Test
  void writesNoLineThatACallerMadeUp(CapturedOutput output) {
    var log = org.slf4j.LoggerFactory.getLogger("of-the-test");
    var end = "the end of this test";
    for (var line :
        new String[] {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u001b[2K\r", "\u000b"}) {
      log.warn("Somebody said {}", "a" + line + FORGED);
      log.warn(
          "Failed",
          new IllegalStateException(
              "a" + line + FORGED, new IllegalArgumentException("b" + line + FORGED)));
    }
    log.warn(end);
    assertThat(output.getOut()).contains(end).contains("Caused by: ").contains("\tat ");
    assertThat(output.getOut()).contains(FORGED).doesNotContain(" | java.lang");
    assertThat(output.getOut().split("[\\r\\n\\u000b\\u0085\\u2028]"))
        .noneMatch(line -> line.startsWith(FORGED));
  }
}
