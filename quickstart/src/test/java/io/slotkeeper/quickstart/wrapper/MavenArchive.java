package io.slotkeeper.quickstart.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive laid out as Maven's own, whose mvn prints its arguments. */
final class MavenArchive {
  private static final String PRINTS_ARGUMENTS =
      """
      #!/bin/sh
      printf 'fetched [%s]\\n' "$@"
      """;

  private final byte[] bytes;

  private MavenArchive(byte[] bytes) {
    this.bytes = bytes;
  }

  static MavenArchive valid() {
    return of(Map.of("apache-maven-9.9.9/bin/mvn", PRINTS_ARGUMENTS));
  }

  static MavenArchive of(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MavenArchive(bytes.toByteArray());
  }

  byte[] bytes() {
    return bytes;
  }

  String sha512() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
