package io.slotkeeper.admin.doctor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The migrations that this build was made with. */
final class Migrations {
  private static final String HERE = "io/slotkeeper/admin/doctor/migrations/";
  private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

  private Migrations() {}

  /** The number of the newest one of a schema. */
  static int newest(String schema) {
    try {
      var source =
          Path.of(Migrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(source)) {
        return newestIn(source.resolve(HERE + schema));
      }
      try (var jar = FileSystems.newFileSystem(source)) {
        return newestIn(jar.getPath(HERE + schema));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int newestIn(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(name -> name.matches())
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .max()
          .orElseThrow();
    }
  }
}
