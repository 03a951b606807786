package io.slotkeeper.quickstart.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where quickstart keeps everything; locked for as long as one quickstart uses it. */
public final class DataDirectory implements AutoCloseable {

  private static final String MARK = "slotkeeper.txt";
  private static final String MARK_TEXT =
      "Slotkeeper's quickstart keeps its data here. Delete the directory to forget all of it.\n";
  private static final String LOCK = "lock";
  private static final String UNFINISHED = ".unfinished";

  /** What --fresh deletes. Binaries hold no data and take seconds to extract: they stay. */
  private static final List<String> DATA =
      List.of(
          "postgres",
          EmbeddedDatabase.LOG,
          EmbeddedDatabase.PASSWORD,
          "redis",
          "demo.json",
          "admin-token");

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates the directory, or takes over one of our own that nobody else uses. */
  public static DataDirectory open(Path wanted) {
    Path shown = wanted.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(shown)) {
        Files.createDirectories(shown);
        Tree.keepToOwner(shown);
      }
      // One spelling, since a leftover server is recognised by the path it was started with.
      Path path = shown.toRealPath();
      claim(path);
      return new DataDirectory(path, lock(path));
    } catch (FileAlreadyExistsException e) {
      throw new CannotStart(
          "The data directory %s cannot be made: %s is not a directory; set SLOTKEEPER_DATA_DIR"
              .formatted(shown, e.getFile()),
          e);
    } catch (IOException e) {
      throw new CannotStart(
          "The data directory %s cannot be written to; set SLOTKEEPER_DATA_DIR to another"
              .formatted(shown),
          e);
    }
  }

  private static void claim(Path path) throws IOException {
    if (Files.isRegularFile(path.resolve(MARK))) {
      return;
    }
    try (var entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw new CannotStart(
            "%s holds files that are not Slotkeeper's; set SLOTKEEPER_DATA_DIR to another directory"
                .formatted(path));
      }
    }
    Files.writeString(path.resolve(MARK), MARK_TEXT);
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new CannotStart(
          "Another Slotkeeper is running on %s; stop it, or set SLOTKEEPER_DATA_DIR to another"
              .formatted(path));
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  /** Forgets all data; the servers that run on it must have been stopped. */
  public void forget() {
    DATA.forEach(name -> Tree.delete(path.resolve(name)));
  }

  public Optional<String> read(String name) {
    Path file = path.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Readable by the owner alone, and after a crash either the old text or the new one. */
  public void write(String name, String text) {
    Path unfinished = path.resolve(name + UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      Tree.createForOwner(unfinished);
      Files.writeString(unfinished, text);
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
