package io.slotkeeper.quickstart.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A module of this build, for the length of one test, built by the Maven that runs the test. */
final class ScratchModule {
  static final String MAVEN_HOME = "slotkeeper.build.maven-home";
  private static final Path PARENT = Path.of("..", "pom.xml").toAbsolutePath().normalize();
  private static final int SECONDS_AT_MOST = 120;

  private final Path directory;
  private final String maven = property(MAVEN_HOME) + "/bin/mvn";
  private final String localRepository = property("slotkeeper.build.local-repository");

  ScratchModule(Path directory) {
    this.directory = directory;
  }

  void source(String path, String content) throws IOException {
    Path file = directory.resolve("src/main/java").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  Result build(String phase, String dependencies) throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>io.slotkeeper</groupId>
            <artifactId>slotkeeper</artifactId>
            <version>0.1.0-SNAPSHOT</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>scratch</artifactId>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(directory.toRealPath().relativize(PARENT.toRealPath()), dependencies));
    var command = List.of(maven, "-B", "-ntp", "-Dmaven.repo.local=" + localRepository, phase);
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_ARGS"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(SECONDS_AT_MOST, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), output);
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  record Result(int exit, String output) {}
}
