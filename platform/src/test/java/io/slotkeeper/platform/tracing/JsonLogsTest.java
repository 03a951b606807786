package io.slotkeeper.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the profile json makes of the log. */
@ExtendWith(OutputCaptureExtension.class)
class JsonLogsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Spring Boot keeps it for the whole JVM, and whoever starts next would write JSON too. */
  @AfterEach
  void goBackToPlainLines() {
    System.clearProperty(
        LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
  }

  @Test
  void writesOneLineOfJsonForEachEntry(CapturedOutput output) {
    logIn("json");

    var line =
        output.getOut().lines().filter(each -> each.contains("second line")).toList().getFirst();
    JsonNode entry = JSON.readTree(line);
    assertThat(entry.path("message").asString()).isEqualTo("first\nsecond line\u001b[31m");
    assertThat(line).doesNotContain("\u001b");
    assertThat(entry.path("service").path("name").asString()).isEqualTo("log-test");
    assertThat(entry.path("service").path("version").asString()).isEqualTo("1.2.3");
    assertThat(entry.path("log").path("level").asString()).isEqualTo("WARN");
    assertThat(entry.path("correlation").asString()).isEqualTo("cor_1");
    assertThat(line).contains("1af7651916cd43dd8448eb211c80319c");
    assertThat(entry.path("error").path("type").asString())
        .isEqualTo(IllegalStateException.class.getName());
    assertThat(entry.path("error").path("stack_trace").asString()).contains("JsonLogsTest");
  }

  @Test
  void namesTheTraceInPlainLinesToo(CapturedOutput output) {
    logIn("plain");

    assertThat(output.getOut())
        .contains("[cor_1] [1af7651916cd43dd8448eb211c80319c] ")
        .contains("first | second line");
  }

  private static void logIn(String profile) {
    var context =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .profiles(profile)
            .run(
                "--spring.config.import=classpath:slotkeeper-platform.yml",
                "--spring.application.name=log-test",
                "--spring.application.version=1.2.3");
    try (context) {
      MDC.put("correlation", "cor_1");
      MDC.put("traceId", "1af7651916cd43dd8448eb211c80319c");
      LoggerFactory.getLogger(JsonLogsTest.class)
          .warn("first\nsecond line\u001b[31m", new IllegalStateException("a\nb"));
    } finally {
      MDC.clear();
    }
  }

  @SpringBootConfiguration
  static class Nothing {}
}
