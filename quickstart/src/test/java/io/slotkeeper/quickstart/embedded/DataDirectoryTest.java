package io.slotkeeper.quickstart.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temporary;

  @Test
  void makesTheDirectoryAndItsParents() {
    Path wanted = temporary.resolve("a/b");

    try (var directory = DataDirectory.open(wanted)) {
      assertThat(directory.path()).isDirectory().isEqualTo(wanted);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void letsOnlyTheOwnerRead() throws IOException {
    try (var directory = DataDirectory.open(temporary.resolve("own"))) {
      directory.write("admin-token", "secret");

      assertThat(permissions(directory.path())).isEqualTo("rwx------");
      assertThat(permissions(directory.path().resolve("admin-token"))).isEqualTo("rw-------");
    }
  }

  @Test
  void readsWhatWasWrittenLast() {
    try (var directory = DataDirectory.open(temporary.resolve("own"))) {
      assertThat(directory.read("demo.json")).isEmpty();
      directory.write("demo.json", "one");
      directory.write("demo.json", "two");

      assertThat(directory.read("demo.json")).contains("two");
    }
  }

  @Test
  void refusesTheDirectoryOfARunningQuickstart() {
    Path wanted = temporary.resolve("own");

    try (var running = DataDirectory.open(wanted)) {
      assertRefused(wanted, "Another Slotkeeper is running on " + running.path());
    }
    DataDirectory.open(wanted).close();
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertRefused(file, "is not a directory");
  }

  @Test
  void refusesAPlaceBelowAFile() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertRefused(file.resolve("own"), "cannot be");
  }

  @Test
  void refusesTheDirectoryOfSomebodyElse() throws IOException {
    Path precious = Files.writeString(temporary.resolve("thesis.txt"), "precious");

    assertRefused(temporary, "holds files that are not Slotkeeper's");
    assertThat(precious).hasContent("precious");
  }

  @Test
  void forgetsItsDataAndNothingElse() throws IOException {
    try (var directory = DataDirectory.open(temporary.resolve("own"))) {
      directory.write("demo.json", "{}");
      Files.createDirectories(directory.path().resolve("postgres/base"));
      Path precious = Files.writeString(directory.path().resolve("thesis.txt"), "precious");
      Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
      Path linked = Files.writeString(elsewhere.resolve("notes.txt"), "precious");
      Files.createSymbolicLink(directory.path().resolve("redis"), elsewhere);

      directory.forget();

      assertThat(directory.path().resolve("demo.json")).doesNotExist();
      assertThat(directory.path().resolve("postgres")).doesNotExist();
      assertThat(directory.path().resolve("redis")).doesNotExist();
      assertThat(precious).hasContent("precious");
      assertThat(linked).hasContent("precious");
    }
    DataDirectory.open(temporary.resolve("own")).close();
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> DataDirectory.open(file))
        .hasMessageNotContaining("\n")
        .hasMessageContaining("SLOTKEEPER_DATA_DIR");
  }

  private static void assertRefused(Path path, String why) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> DataDirectory.open(path))
        .withMessageContaining(why);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
