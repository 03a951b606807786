package io.slotkeeper.quickstart.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A home, a checkout of the wrapper in a path with spaces, and a PATH with a JDK alone. */
final class FreshMachine {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String JDK = Objects.requireNonNull(System.getProperty("java.home"));

  private final Path root;
  private final Path project;
  private String path = Path.of(JDK, "bin").toString();

  FreshMachine(Path root) throws IOException {
    this.root = root;
    this.project = root.resolve("a project");
    Files.createDirectories(project.resolve(".mvn/wrapper"));
    for (String file : List.of("mvnw", ".mvn/wrapper/FetchMaven.java")) {
      Files.copy(REPOSITORY.resolve(file), project.resolve(file));
    }
  }

  static String pinned(String file) throws IOException {
    return Files.readString(REPOSITORY.resolve(".mvn/wrapper").resolve(file));
  }

  void pin(String url, String sha512) throws IOException {
    Files.writeString(
        project.resolve(".mvn/wrapper/maven-wrapper.properties"),
        "version=9.9.9\ndistributionUrl=%s\ndistributionSha512=%s\n".formatted(url, sha512));
  }

  void install(String mavenVersion) throws IOException {
    Path mvn = Files.createDirectories(root.resolve("usr bin")).resolve("mvn");
    Files.writeString(
        mvn,
        """
        #!/bin/sh
        [ "$1" = -v ] && printf 'Apache Maven %s (abc)\\nJava version: 25\\n' && exit
        printf 'installed [%%s]\\n' "$@"
        """
            .formatted(mavenVersion));
    mvn.toFile().setExecutable(true);
    path = mvn.getParent() + ":" + path;
  }

  void removeJdk() {
    path = root.resolve("nothing").toString();
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    return finish(start(root, Map.of(), arguments));
  }

  Process start(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = Stream.concat(Stream.of("/bin/sh", script()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("HOME", root + "/a home", "PATH", path));
    builder.environment().putAll(environment);
    builder.redirectError(Files.createTempFile(root, "stderr", "").toFile());
    return builder.start();
  }

  Result finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    var err = new StringBuilder();
    try (Stream<Path> files = Files.list(root)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("stderr")).toList()) {
        err.append(Files.readString(file));
        Files.delete(file);
      }
    }
    return new Result(process.exitValue(), out, err.toString());
  }

  Path project() {
    return project;
  }

  Path wrapperStore() {
    return root.resolve("a home/.m2/wrapper/dists");
  }

  /** What is kept besides the lock, which is empty and stays. */
  List<String> kept() throws IOException {
    if (!Files.exists(wrapperStore())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(wrapperStore())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .toList();
    }
  }

  private String script() {
    return project.resolve("mvnw").toString();
  }

  record Result(int exit, String out, String err) {}
}
