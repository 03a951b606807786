package io.slotkeeper.quickstart.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** docs/settings.md says of each setting what the code says, and says it whole. */
class SettingsDocumentTest {
  private static final String WRITE = "slotkeeper.settings.write";
  private static final Path DOCUMENT = Path.of("../docs/settings.md");
  private static final Pattern NAMED =
      Pattern.compile("`((?:spring|server|management)\\.[a-z0-9.-]+)`");
  private static final Pattern VARIABLE = Pattern.compile("\"(SLOTKEEPER_[A-Z_]+)\"");

  private final Metadata metadata = Metadata.onTheClassPath();

  SettingsDocumentTest() throws IOException {}

  @Test
  void isWhatIsCheckedIn() throws IOException {
    var text =
        new SettingsDocument(metadata, properties("reasons.properties"), variables())
            .of(text("settings.md"));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(DOCUMENT, text);
    }

    assertThat(text)
        .as(
            "docs/settings.md is not what the code says. Read the difference, then run"
                + " ./mvnw -pl quickstart -am test -Dtest=SettingsDocumentTest -D%s=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            WRITE)
        .isEqualTo(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "");
  }

  @Test
  void everySettingIsDescribedWithItsUnitAndItsDefault() {
    assertThat(metadata.ours()).hasSizeGreaterThan(80);
    assertThat(metadata.ours().stream().flatMap(setting -> setting.flaws().stream())).isEmpty();
    assertThat(metadata.ours()).extracting(Setting::module).doesNotContain("");
  }

  @Test
  void seesWhatIsNotDescribed() {
    var counted = setting("java.lang.Integer", "how many there are; default 4", "4");
    var silent = setting("java.time.Duration", "", null);
    var wrong = setting("java.time.Duration", "how long it takes; default 10 min", "10s");
    var right = setting("java.time.Duration", "how long; at most a day; default 10 min", "10m");

    assertThat(counted.flaws())
        .containsExactly("slotkeeper.it does not begin with what is counted: how");
    assertThat(silent.flaws())
        .containsExactly("slotkeeper.it has no description", "slotkeeper.it says no default");
    assertThat(wrong.flaws()).singleElement().asString().contains("is 10s by default");
    assertThat(right.flaws()).isEmpty();
    assertThat(right.meaning()).isEqualTo("how long; at most a day");
  }

  @Test
  void whatIsGivenToSpringIsKnownToSpring() throws IOException {
    var named =
        NAMED
            .matcher(text("settings.md"))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(named).contains("spring.datasource.url").hasSizeGreaterThan(10);
    assertThat(metadata.names())
        .containsAll(
            named.stream().filter(name -> !name.startsWith("spring.datasource.hikari.")).toList());
  }

  @Test
  void eachVariableIsReadAsItsSetting() {
    for (var setting : metadata.ours()) {
      var environment = new StandardEnvironment();
      var variable = setting.variable().replaceAll("<\\w+>", "API");
      environment
          .getPropertySources()
          .addFirst(
              new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "given")));
      var name = setting.name().replace("*", "api");

      assertThat(Binder.get(environment).bind(name, String.class).orElse("not read"))
          .as("%s for %s", variable, name)
          .isEqualTo("given");
    }
  }

  @Test
  void everyVariableThatQuickstartReadsIsSaid() throws IOException {
    var read =
        VARIABLE
            .matcher(
                Files.readString(
                    Path.of("src/main/java/io/slotkeeper/quickstart/QuickstartOptions.java")))
            .results()
            .map(match -> match.group(1));
    var said =
        Stream.concat(
                variables().stringPropertyNames().stream(),
                metadata.ours().stream().map(Setting::variable))
            .toList();

    assertThat(read).isNotEmpty().isSubsetOf(said);
  }

  private static Setting setting(String type, String description, @Nullable String standard) {
    return new Setting(
        "slotkeeper.it", type, description, Optional.ofNullable(standard), "platform");
  }

  private static Properties variables() throws IOException {
    var variables = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of(
                "../admin/src/main/resources/io/slotkeeper/admin/doctor/variables.properties"))) {
      variables.load(reader);
    }
    return variables;
  }

  private static Properties properties(String name) throws IOException {
    var properties = new Properties();
    try (var in = resource(name)) {
      properties.load(in);
    }
    return properties;
  }

  private static String text(String name) throws IOException {
    try (var in = resource(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(SettingsDocumentTest.class.getResourceAsStream(name), name);
  }
}
