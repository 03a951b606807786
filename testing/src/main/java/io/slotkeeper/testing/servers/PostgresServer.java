package io.slotkeeper.testing.servers;

import io.slotkeeper.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of its own on a directory, which keeps its data and its port when it is started
 * again. Commits are durable when they are acknowledged.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "postgres";
  private static final int ANY_PORT = 0;

  private final Path directory;
  private final Map<String, String> settings;
  private EmbeddedPostgres server;
  private final int port;

  private PostgresServer(Path directory, Map<String, String> settings) {
    this.directory = directory;
    this.settings = settings;
    this.server = run(ANY_PORT);
    this.port = server.getPort();
  }

  /**
   * Starts one.
   *
   * @param directory of its data, which may be there already
   * @param settings of postgresql.conf that are to be others
   */
  public static PostgresServer start(Path directory, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("synchronous_commit", "on");
    all.put("fsync", "on");
    all.put("full_page_writes", "on");
    all.put("max_connections", "200");
    all.putAll(settings);
    return new PostgresServer(directory, Map.copyOf(all));
  }

  private EmbeddedPostgres run(int wantedPort) {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.toFile())
            .setCleanDataDirectory(false)
            .setPort(wantedPort);
    settings.forEach(builder::setServerConfig);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What postgresql.conf says. */
  public Map<String, String> settings() {
    return settings;
  }

  /** Makes a database. */
  public TestDatabase create(String name) {
    database(USER).execute("CREATE DATABASE " + name);
    return database(name);
  }

  /** A database that is there. */
  public TestDatabase database(String name) {
    return new TestDatabase(
        name, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), USER, "");
  }

  /** Ends it as a crash does: whatever was not durable is gone. */
  public void crash() {
    var postmaster = postmaster();
    Signals.send("QUIT", postmaster);
    postmaster.onExit().join();
    release();
  }

  /** Starts it again on its data, and on its port. */
  public void restart() {
    server = run(port);
  }

  /** It keeps its connections, and answers nothing. */
  public void freeze() {
    Signals.freeze(postmaster());
  }

  /** Lets it go on. */
  public void thaw() {
    Signals.thaw(postmaster());
  }

  /** The process whose children serve. */
  public ProcessHandle postmaster() {
    try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    release();
  }

  private void release() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
