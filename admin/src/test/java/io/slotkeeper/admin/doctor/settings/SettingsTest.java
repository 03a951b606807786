package io.slotkeeper.admin.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.doctor.Finding.Level;
import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String LONG = "0123456789abcdef0123456789abcdef";

  @TempDir Path scratch;

  @Test
  void findsNamesThatNothingReads() {
    assertThat(names(Map.of("SLOTKEEPER_SECURITY_ADMN_TOKEN", "x")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.FAIL);
              assertThat(finding.text()).contains("SLOTKEEPER_SECURITY_ADMN_TOKEN");
              assertThat(finding.remedy()).contains("SLOTKEEPER_SECURITY_ADMIN_TOKEN");
            });
  }

  @Test
  void knowsEachSpellingThatSpringBootReads() {
    assertThat(
            names(
                Map.of(
                    "SLOTKEEPER_EVENT_STORE_GAP_TIMEOUT", "10s",
                    "SLOTKEEPER_EVENTSTORE_BATCHSIZE", "100",
                    "SLOTKEEPER_HTTP_TRUSTED_PROXIES_0_", "10.0.0.0/8",
                    "SLOTKEEPER_LIMITS_POLICIES_API_PERMITS", "50",
                    "SLOTKEEPER_LIMITS_POLICIES_SEARCH_PERIOD", "PT1M",
                    "SLOTKEEPER_LIMITS_TIMEOUT", "50",
                    "SLOTKEEPER_CACHE_ENABLED", "TRUE",
                    "SLOTKEEPER_SECURITY_PREVIOUS_ADMIN_TOKEN", "")))
        .extracting(Finding::level)
        .containsExactly(Level.OK);
  }

  @Test
  void leavesAloneWhatIsNoSetting() {
    assertThat(
            names(
                Map.of(
                    "SLOTKEEPER_DATA_DIR", "here",
                    "SLOTKEEPER_ADMIN_TOKEN", "secret",
                    "SLOTKEEPER_COMMAND_SERVICE_SERVICE_HOST", "10.0.0.1",
                    "SLOTKEEPER_COMMAND_SERVICE_PORT_8080_TCP_ADDR", "10.0.0.1",
                    "PATH", "/bin")))
        .singleElement()
        .extracting(Finding::text)
        .isEqualTo("0 given, each of them known and readable");
  }

  @Test
  void findsValuesThatCannotBeRead() {
    assertThat(
            names(
                Map.of(
                    "SLOTKEEPER_EVENT_STORE_GAP_TIMEOUT", "tomorrow",
                    "SLOTKEEPER_CACHE_ENABLED", "perhaps",
                    "SLOTKEEPER_CACHE_WRITERS", "two")))
        .extracting(Finding::text)
        .containsExactlyInAnyOrder(
            "SLOTKEEPER_EVENT_STORE_GAP_TIMEOUT (environment) must be a duration such as 10s",
            "SLOTKEEPER_CACHE_ENABLED (environment) must be true or false",
            "SLOTKEEPER_CACHE_WRITERS (environment) must be a number");
  }

  @Test
  void readsFilesOfEachKindBelowTheEnvironment() throws IOException {
    var yaml =
        Files.writeString(
            scratch.resolve("a.yml"),
            """
            slotkeeper:
              http:
                trusted-proxies: [10.0.0.0/8, 10.1.0.0/16]
              limits.good-for: 2h
            ---
            spring.datasource.url: ${DATABASE:jdbc:postgresql://db/one}
            """);
    var properties =
        Files.writeString(scratch.resolve("b.properties"), "slotkeeper.limits.goodFor=3h");
    var variables =
        Files.writeString(
            scratch.resolve("c.env"), "# mine\nexport SLOTKEEPER_LIMITS_GOOD_FOR=\"4h\"\n");

    var files = List.of(yaml, properties, variables);
    assertThat(GivenSettings.of(Map.of(), files).value("slotkeeper.limits.good-for"))
        .hasValue("4h");
    assertThat(GivenSettings.of(Map.of(), List.of(properties)).value("slotkeeper.limits.good-for"))
        .hasValue("3h");
    var environment =
        Map.of("SLOTKEEPER_LIMITS_GOODFOR", "5h", "DATABASE", "jdbc:postgresql://db/two");
    assertThat(GivenSettings.of(environment, files).value("slotkeeper.limits.good-for"))
        .hasValue("5h");
    assertThat(GivenSettings.of(environment, files).value("spring.datasource.url"))
        .hasValue("jdbc:postgresql://db/two");
    assertThat(GivenSettings.of(Map.of(), files).has("slotkeeper.http.trusted-proxies")).isTrue();
    assertThat(
            new NameCheck(GivenSettings.of(environment, files), KnownSettings.ofThisBuild())
                .findings())
        .extracting(Finding::level)
        .containsExactly(Level.OK);
  }

  @Test
  void showsNothingOfAFileThatCannotBeRead() throws IOException {
    var file = Files.writeString(scratch.resolve("a.yml"), "a: {b: 'my-secret");

    assertThatThrownBy(() -> GivenSettings.of(Map.of(), List.of(file)))
        .isInstanceOf(Unusable.class)
        .hasMessageNotContaining("my-secret");
  }

  @Test
  void looksAtSecretsWithoutShowingThem() {
    var findings =
        new SecretCheck(
                given(
                    Map.of(
                        "SLOTKEEPER_SECURITY_ADMIN_TOKEN", "short",
                        "SLOTKEEPER_SECURITY_MANAGE_TOKEN_SECRET", LONG,
                        "SLOTKEEPER_PRIVACY_MASTER_KEY", "not-a-key",
                        "SLOTKEEPER_SECURITY_PREVIOUS_ADMIN_TOKEN", "older-one")))
            .findings();

    assertThat(findings)
        .extracting(Finding::level)
        .containsExactly(Level.FAIL, Level.OK, Level.FAIL, Level.WARN);
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.toString())
                    .doesNotContain("short", LONG, "not-a-key", "older-one"));
    assertThat(new SecretCheck(given(Map.of())).findings())
        .extracting(Finding::level)
        .containsOnly(Level.WARN);
  }

  @Test
  void findsWhatDoesNotGoTogether() {
    var whatsApp = Map.of("SLOTKEEPER_WHATSAPP_PHONE_NUMBER_ID", "1");
    var proxied = Map.of("SLOTKEEPER_QUERY_API_BASE_URL", "https://api.example.com");
    var named =
        Map.of(
            "SLOTKEEPER_QUERY_API_BASE_URL", "https://api.example.com",
            "SLOTKEEPER_HTTP_TRUSTED_PROXIES", "10.0.0.1");

    assertThat(wrong(whatsApp))
        .anyMatch(text -> text.contains("by half") && text.contains("app-secret"));
    assertThat(wrong(proxied)).anyMatch(text -> text.contains("trusted-proxies"));
    assertThat(wrong(named)).noneMatch(text -> text.contains("trusted-proxies"));
    assertThat(wrong(Map.of("SLOTKEEPER_LIMITS_ENABLED", "false")))
        .anyMatch(text -> text.contains("nobody is limited"));
    assertThat(wrong(Map.of("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "https://id")))
        .anyMatch(text -> text.contains("whomever they are meant for"));
  }

  private static Stream<String> wrong(Map<String, String> environment) {
    return new SettingsCheck(given(environment))
        .findings().stream().filter(finding -> finding.level() != Level.OK).map(Finding::text);
  }

  private static List<Finding> names(Map<String, String> environment) {
    return new NameCheck(given(environment), KnownSettings.ofThisBuild()).findings();
  }

  private static GivenSettings given(Map<String, String> environment) {
    return GivenSettings.of(environment, List.of());
  }
}
