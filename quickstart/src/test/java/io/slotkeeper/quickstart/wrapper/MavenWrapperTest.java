package io.slotkeeper.quickstart.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTest {
  private static final String ANY_CHECKSUM = "0".repeat(128);

  private final MavenArchive archive = MavenArchive.valid();
  private FreshMachine machine;

  @BeforeEach
  void prepare(@TempDir Path root) throws IOException {
    machine = new FreshMachine(root);
  }

  @Test
  void fetchesThePinnedMavenOnceAndPassesArgumentsExactly() throws Exception {
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), archive.sha512());

      var first = machine.run("-Dgreeting=two  words", "", "*", "$HOME", "verify");
      var second = machine.run("verify");

      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(first.out())
          .isEqualTo(
              """
              fetched [-Dgreeting=two  words]
              fetched []
              fetched [*]
              fetched [$HOME]
              fetched [verify]
              """);
      assertThat(second.out()).isEqualTo("fetched [verify]\n");
      assertThat(second.err()).isEmpty();
      assertThat(server.requests()).isOne();
      assertThat(machine.kept())
          .containsExactly("apache-maven-9.9.9-" + archive.sha512().substring(0, 12));
    }
  }

  @Test
  void fetchesOnceWhenStartedTwiceAtOnce() throws Exception {
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), archive.sha512());

      var one = machine.start(machine.project(), Map.of(), "one");
      var two = machine.start(machine.project(), Map.of(), "two");

      assertThat(machine.finish(one).out()).isEqualTo("fetched [one]\n");
      assertThat(machine.finish(two).out()).isEqualTo("fetched [two]\n");
      assertThat(server.requests()).isOne();
    }
  }

  @Test
  void refusesWrongChecksumAndKeepsNothing() throws Exception {
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), ANY_CHECKSUM);

      var result = machine.run("verify");

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .startsWith("mvnw: cannot fetch Maven from " + server.url())
          .contains("wrong checksum, SHA-512 is " + archive.sha512());
      assertThat(machine.kept()).isEmpty();
    }
  }

  @Test
  void refusesTruncatedDownloadAndRecoversWithTheNext() throws Exception {
    try (var server = ArchiveServer.cuttingOff(archive)) {
      machine.pin(server.url(), archive.sha512());

      var result = machine.run("verify");

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("mvnw: cannot fetch Maven from " + server.url());
      assertThat(machine.kept()).isEmpty();
    }
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), archive.sha512());

      assertThat(machine.run("verify").out()).isEqualTo("fetched [verify]\n");
    }
  }

  @Test
  void clearsWhatAKilledFetchLeftBehind() throws Exception {
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), archive.sha512());
      Path part =
          machine
              .wrapperStore()
              .resolve("apache-maven-9.9.9-" + archive.sha512().substring(0, 12) + ".part");
      Files.createDirectories(part.resolve("unzipped/apache-maven-0.0.0"));
      Files.writeString(part.resolve("maven.zip"), "half of");

      assertThat(machine.run("verify").out()).isEqualTo("fetched [verify]\n");
      assertThat(machine.kept()).hasSize(1);
    }
  }

  @Test
  void refusesArchiveThatPointsOutsideItself() throws Exception {
    var slipping = MavenArchive.of(Map.of("../../escaped", "!"));
    try (var server = ArchiveServer.of(slipping)) {
      machine.pin(server.url(), slipping.sha512());

      var result = machine.run("verify");

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("the archive points outside itself: ../../escaped");
      assertThat(machine.kept()).isEmpty();
    }
  }

  @Test
  void fetchesFromTheMirrorThatTheEnvironmentNames() throws Exception {
    try (var mirror = ArchiveServer.of(archive)) {
      machine.pin("http://127.0.0.1:1/unreachable.zip", archive.sha512());

      var process =
          machine.start(machine.project(), Map.of("MVNW_DISTRIBUTION_URL", mirror.url()), "verify");

      assertThat(machine.finish(process).out()).isEqualTo("fetched [verify]\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.6", "3.9.1", "3.10.0", "4.0.0-rc-5"})
  void prefersAnInstalledMavenThatIsRecent(String version) throws Exception {
    machine.pin("http://127.0.0.1:1/unreachable.zip", ANY_CHECKSUM);
    machine.install(version);

    var result = machine.run("verify", "two  words");

    assertThat(result.out())
        .as(result.err())
        .isEqualTo("installed [verify]\ninstalled [two  words]\n");
    assertThat(machine.kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.1", "3.6.3", "3.8.5", "unknown"})
  void passesOverAnInstalledMavenThatIsTooOld(String version) throws Exception {
    try (var server = ArchiveServer.of(archive)) {
      machine.pin(server.url(), archive.sha512());
      machine.install(version);

      assertThat(machine.run("verify").out()).isEqualTo("fetched [verify]\n");
    }
  }

  @Test
  void saysInOneLineThatTheArchiveCannotBeReached() throws Exception {
    machine.pin("http://127.0.0.1:1/maven.zip", ANY_CHECKSUM);

    var result = machine.run("verify");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err().lines().toList())
        .containsExactly(
            "mvnw: fetching Maven once from http://127.0.0.1:1/maven.zip",
            "mvnw: cannot fetch Maven from http://127.0.0.1:1/maven.zip"
                + " (ConnectException: Connection refused)");
  }

  @Test
  void saysInOneLineThatThereIsNoJava() throws Exception {
    machine.removeJdk();

    var result = machine.run("verify");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("mvnw: no java found: install a JDK of 21 or newer, or set JAVA_HOME\n");
  }

  @Test
  void honoursJavaHomeAndRefusesOneWithoutJava() throws Exception {
    var home = machine.project().toString();

    var process = machine.start(machine.project(), Map.of("JAVA_HOME", home), "verify");

    assertThat(machine.finish(process).err())
        .isEqualTo("mvnw: JAVA_HOME is " + home + ", which holds no bin/java\n");
  }

  @Test
  void pinsTheVersionThatItsAddressNames() throws Exception {
    var properties = new Properties();
    properties.load(new StringReader(FreshMachine.pinned("maven-wrapper.properties")));

    assertThat(properties.getProperty("distributionSha512")).matches("[0-9a-f]{128}");
    assertThat(properties.getProperty("distributionUrl"))
        .isEqualTo(
            "https://archive.apache.org/dist/maven/maven-3/%1$s/binaries/apache-maven-%1$s-bin.zip",
            properties.getProperty("version"));
  }
}
