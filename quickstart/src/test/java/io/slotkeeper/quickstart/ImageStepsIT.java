package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfiles do, done without an engine: the same scripts, options and user. */
class ImageStepsIT {
  private static final Path SCRIPTS = Path.of("../ops/docker").toAbsolutePath().normalize();
  private static final String SERVICE = "command-service";
  private static final String USER = "10001";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> LAYERS =
      List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");

  @TempDir Path scratch;

  private final FreePorts ports = FreePorts.find();
  private final Map<String, Object> database = TestPostgres.freshDatabase().springProperties();

  @BeforeEach
  void prepare() throws IOException {
    assumeThat(Runtime.version().feature())
        .as("AOT caches are of Java 25")
        .isGreaterThanOrEqualTo(25);
    assumeThat(System.getProperty("user.name"))
        .as("only root can become the image's user")
        .isEqualTo("root");
    // JUnit's own is root's alone.
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void startsFromLayersAndCacheAsAUserWhoOwnsNothing() throws Exception {
    Path layers = scratch.resolve("layers");
    run("layers.sh", ExecJar.of(SERVICE).toString(), layers.toString());
    Path app = Files.createDirectory(scratch.resolve("app"));
    for (String layer : LAYERS) {
      move(layers.resolve(layer), app);
    }
    assertThat(app.resolve("lib")).isDirectoryContaining("glob:**/spring-core-*.jar");
    Files.copy(SCRIPTS.resolve("java.options"), app.resolve("java.options"));
    Path cache = app.resolve("app.aot");

    run("train.sh", SERVICE, app.toString(), cache.toString());

    assertThat(healthcheck().waitFor()).as("a health check before the start").isNotZero();
    // In the image it has /tmp, and that is this one's.
    Path temporary = Files.createDirectory(scratch.resolve("tmp"));
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path log = scratch.resolve("service.log");
    Process service =
        process(
                log,
                "setpriv",
                "--reuid=" + USER,
                "--regid=" + USER,
                "--clear-groups",
                "--no-new-privs",
                "java",
                "@" + app.resolve("java.options"),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:AOTCache=" + cache,
                // It does not start where the cache cannot be used.
                "-XX:AOTMode=on",
                "-jar",
                app.resolve("app.jar").toString())
            .directory(app.toFile())
            .start();
    try {
      await().atMost(PATIENCE).until(() -> !service.isAlive() || healthcheck().waitFor() == 0);
      assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
    } finally {
      service.destroy();
      service.waitFor();
    }
    assertThat(service.exitValue()).as("ended by SIGTERM").isEqualTo(128 + 15);
    assertThat(Files.readString(log))
        .contains("Graceful shutdown complete")
        .doesNotContain(" ERROR ", "Exception");
  }

  private Process healthcheck() throws IOException {
    return process(
            scratch.resolve("healthcheck.log"),
            SCRIPTS.resolve("healthcheck.sh").toString(),
            Integer.toString(ports.query()))
        .start();
  }

  private void run(String script, String... arguments) throws Exception {
    Path log = scratch.resolve(script + ".log");
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Process process = process(log, command.toArray(String[]::new)).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
  }

  private ProcessBuilder process(Path log, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put(
        "PATH",
        Path.of(System.getProperty("java.home"), "bin")
            + File.pathSeparator
            + environment.get("PATH"));
    database.forEach(
        (name, value) ->
            environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
    // As in training, whose database this is.
    environment.put(
        "SLOTKEEPER_PRIVACY_MASTERKEY", Base64.getEncoder().encodeToString(new byte[32]));
    // C1 alone, which halves what this costs; it is also what an operator would add options by.
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    environment.put("SERVER_PORT", Integer.toString(ports.command()));
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.query()));
    return builder;
  }

  /** As one layer after the other is laid over the directory. */
  private static void move(Path layer, Path app) throws IOException {
    try (Stream<Path> files = Files.walk(layer)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = app.resolve(layer.relativize(file));
        Files.createDirectories(target.getParent());
        Files.move(file, target);
      }
    }
  }
}
