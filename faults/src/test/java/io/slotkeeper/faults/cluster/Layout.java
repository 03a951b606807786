package io.slotkeeper.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A service's jar, taken apart as in its image, and the classes that it loads, archived by the JVM
 * when the first run ends: nodes that are started again and again are then there in half the time.
 */
record Layout(Path jar, Path archive, Path digest) {

  private static final Path PLACE = Path.of("target", "faults");

  /** Takes it apart again only where it has changed. */
  static Layout of(Service service) {
    Path whole = service.jar();
    Path place = PLACE.resolve(service.schema() + "-jar").toAbsolutePath();
    var layout =
        new Layout(
            place.resolve(whole.getFileName()),
            place.resolve("classes.jsa"),
            place.resolve("taken-apart.md5"));
    try {
      if (!layout.isOf(whole)) {
        FileSystemUtils.deleteRecursively(place);
        layout.extract(whole, place);
      }
      return layout;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By what is in it: all builds date their files alike. */
  private boolean isOf(Path whole) throws IOException {
    return Files.exists(digest) && Files.readString(digest).equals(digestOf(whole));
  }

  private static String digestOf(Path whole) throws IOException {
    try (var content = Files.newInputStream(whole)) {
      return DigestUtils.md5DigestAsHex(content);
    }
  }

  private void extract(Path whole, Path place) throws IOException {
    Path log = PLACE.resolve("extract.log");
    Process process =
        new ProcessBuilder(
                java(),
                "-Djarmode=tools",
                "-jar",
                whole.toString(),
                "extract",
                "--destination",
                place.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IllegalStateException("%s was not extracted; see %s".formatted(whole, log));
    }
    Files.writeString(digest, digestOf(whole));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  boolean hasArchive() {
    return Files.exists(archive);
  }

  /**
   * Arguments of the JVM.
   *
   * @param archiving whether its classes are archived when it ends
   */
  List<String> arguments(boolean archiving) {
    var arguments =
        new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    if (hasArchive()) {
      arguments.add("-XX:SharedArchiveFile=" + archive);
    } else if (archiving) {
      arguments.add("-XX:ArchiveClassesAtExit=" + archive);
    }
    arguments.addAll(List.of("-jar", jar.toString()));
    return arguments;
  }
}
