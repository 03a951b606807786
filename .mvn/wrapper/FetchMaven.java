import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the pinned Maven for mvnw: {@code java FetchMaven.java <url> <sha512> <home>}.
 *
 * <p>A program of one source file for Java 11 and newer, so that a JDK is all that it needs. The
 * home appears by one atomic rename after the check, so that it is either complete or absent.
 */
final class FetchMaven {
  private static final int CONNECT_MILLIS = 20_000;
  private static final int READ_MILLIS = 60_000;

  public static void main(String[] args) throws NoSuchAlgorithmException {
    String url = args[0];
    try {
      fetch(url, args[1], Path.of(args[2]));
    } catch (IOException | RuntimeException e) {
      String cause = (e.getClass().getSimpleName() + ": " + e.getMessage()).replaceAll("\\s+", " ");
      System.err.println("mvnw: cannot fetch Maven from " + url + " (" + cause + ")");
      System.exit(1);
    }
  }

  private static void fetch(String url, String sha512, Path home)
      throws IOException, NoSuchAlgorithmException {
    Files.createDirectories(home.getParent());
    try (FileChannel channel =
            FileChannel.open(
                home.resolveSibling(home.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (Files.exists(home)) {
        return;
      }
      // Whoever left a part behind was killed, since the lock is ours.
      Path part = home.resolveSibling(home.getFileName() + ".part");
      delete(part);
      Files.createDirectories(part);
      try {
        System.err.println("mvnw: fetching Maven once from " + url);
        Path zip = part.resolve("maven.zip");
        String found = download(url, zip);
        if (!found.equalsIgnoreCase(sha512)) {
          throw new IOException("wrong checksum, SHA-512 is " + found);
        }
        Path unzipped = unzip(zip, part.resolve("unzipped"));
        Files.move(unzipped, home, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(part);
      }
    }
  }

  private static String download(String url, Path file)
      throws IOException, NoSuchAlgorithmException {
    URLConnection connection = URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
      Files.copy(in, file);
    }
    StringBuilder hex = new StringBuilder();
    for (byte b : digest.digest()) {
      hex.append(String.format("%02x", b));
    }
    return hex.toString();
  }

  /** Answers the one directory that the archive holds. */
  private static Path unzip(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(in, path);
        }
      }
    }
    try (Stream<Path> found = Files.list(target)) {
      List<Path> roots = found.collect(Collectors.toList());
      if (roots.size() != 1 || !Files.isRegularFile(roots.get(0).resolve("bin/mvn"))) {
        throw new IOException("the archive is not a Maven distribution");
      }
      makeExecutable(roots.get(0).resolve("bin"));
      return roots.get(0);
    }
  }

  private static void makeExecutable(Path bin) throws IOException {
    try (Stream<Path> files = Files.list(bin)) {
      files.forEach(file -> file.toFile().setExecutable(true));
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.delete(file);
      }
    }
  }
}
