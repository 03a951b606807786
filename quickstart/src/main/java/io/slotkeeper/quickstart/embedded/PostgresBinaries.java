package io.slotkeeper.quickstart.embedded;

import io.slotkeeper.platform.foundation.Sha256;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, extracted once from the class path. */
record PostgresBinaries(Path home) {

  private static final int NAME_BYTES = 8;
  private static final int EXECUTABLE = 0b001_001_001;

  /** Extracts beside and moves into place, so that a crash leaves no half of a program. */
  static synchronized PostgresBinaries in(Path directory) throws IOException {
    byte[] archive = archive();
    Path home = directory.resolve("postgres-" + digest(archive));
    Files.createDirectories(directory);
    try (FileChannel lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      if (!Files.isDirectory(home)) {
        Path unfinished = directory.resolve("postgres.unfinished");
        Tree.delete(unfinished);
        extract(archive, unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
  }

  private static byte[] archive() throws IOException {
    String machine = System.getProperty("os.arch");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system(), machine.equals("amd64") ? "x86_64" : machine)) {
      return archive.readAllBytes();
    } catch (IllegalStateException e) {
      throw new CannotStart(
          "There is no embedded PostgreSQL for %s on %s".formatted(system(), machine), e);
    }
  }

  private static void extract(byte[] archive, Path directory) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink() || entry.isLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + target);
          }
        }
      }
    }
  }

  private static String system() {
    String name = System.getProperty("os.name");
    if (isWindows()) {
      return "Windows";
    }
    return name.toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : name;
  }

  static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String digest(byte[] archive) {
    return HexFormat.of().formatHex(Sha256.of(archive), 0, NAME_BYTES);
  }
}
