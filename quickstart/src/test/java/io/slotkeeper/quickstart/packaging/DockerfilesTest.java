package io.slotkeeper.quickstart.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfilesTest {
  private static final Pattern COPIED = Pattern.compile("^COPY (?!--from)(.+) \\S+$");

  @Test
  void differInNamesAndPortsAlone() throws Exception {
    var renamed =
        text("command-service")
            .replace("-f command-service/", "-f query-service/")
            .replace("ARG SERVICE=command-service", "ARG SERVICE=query-service")
            .replace("8080", "8081")
            .replace("9080", "9081");

    assertThat(text("query-service")).isEqualTo(renamed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void runAsANumberedUserWithAHealthCheckAndNoShell(String service) throws Exception {
    var last = lines(service);
    last = last.subList(last.lastIndexOf("FROM service"), last.size());

    assertThat(last)
        .contains("USER 10001:10001", "STOPSIGNAL SIGTERM")
        .anyMatch(line -> line.startsWith("HEALTHCHECK "))
        .anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", \"@/app/java.options\","))
        .noneMatch(line -> line.startsWith("RUN "));
    // Whoever runs the image adds theirs by it.
    assertThat(text(service)).doesNotContain("ENV JAVA_TOOL_OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void areBuiltOnNamedVersionsOfOneJavaFromFilesThatThereAre(String service) throws Exception {
    assertThat(lines(service))
        .contains("ARG JDK=eclipse-temurin:25-jdk-noble", "ARG JRE=eclipse-temurin:25-jre-noble");
    assertThat(lines(service).stream().filter(line -> line.startsWith("FROM ")))
        .allMatch(line -> line.matches("FROM (\\$\\{J(DK|RE)}|service)( AS [a-z]+)?"));
    assertThat(
            lines(service).stream()
                .flatMap(line -> COPIED.matcher(line).results())
                .flatMap(found -> Stream.of(found.group(1).split(" "))))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(ComposeFile.ROOT.resolve(source)).exists());
  }

  @Test
  void takeNoSecretsAndNothingBuiltFromThisMachine() throws Exception {
    assertThat(Files.readAllLines(ComposeFile.ROOT.resolve(".dockerignore")))
        .contains("**/target/", ".env", ".git/", "**/.slotkeeper/");
  }

  @Test
  void haveScriptsThatCanBeRun() throws Exception {
    try (var scripts = Files.list(ComposeFile.ROOT.resolve("ops/docker"))) {
      assertThat(scripts.filter(script -> script.toString().endsWith(".sh")))
          .hasSize(4)
          .allMatch(Files::isExecutable);
    }
  }

  private static List<String> lines(String service) throws Exception {
    return text(service).lines().toList();
  }

  private static String text(String service) throws Exception {
    return Files.readString(ComposeFile.ROOT.resolve(Path.of(service, "Dockerfile")));
  }
}
