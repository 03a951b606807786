package io.slotkeeper.quickstart.embedded;

import io.slotkeeper.platform.foundation.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A real PostgreSQL whose data outlives it, on the loopback interface alone. */
public final class EmbeddedDatabase implements AutoCloseable {

  static final String LOG = "postgres.log";
  static final String PASSWORD = "postgres-password";

  private static final String USER = "slotkeeper";
  private static final String DATABASE = "slotkeeper";
  private static final String COMPLETE = "slotkeeper-complete";
  private static final int ATTEMPTS = 3;

  private final DataDirectory directory;
  private final PostgresBinaries binaries;
  private final ServerUser serverUser;
  private final Path cluster;
  private int port;

  private EmbeddedDatabase(
      DataDirectory directory, PostgresBinaries binaries, ServerUser serverUser) {
    this.directory = directory;
    this.binaries = binaries;
    this.serverUser = serverUser;
    this.cluster = directory.path().resolve("postgres");
  }

  /** Prepares a server that is not started yet, but can be stopped if an earlier one still runs. */
  public static EmbeddedDatabase on(DataDirectory directory, Path binaries) {
    try {
      return on(directory, binaries, ServerUser.forFilesIn(directory.path()));
    } catch (IOException e) {
      throw new CannotStart("PostgreSQL's programs cannot be extracted to " + binaries, e);
    }
  }

  static EmbeddedDatabase on(DataDirectory directory, Path binaries, ServerUser serverUser)
      throws IOException {
    return new EmbeddedDatabase(directory, PostgresBinaries.in(binaries), serverUser);
  }

  public void start() {
    close();
    try {
      Files.deleteIfExists(log());
      if (Files.exists(cluster)) {
        serverUser.own(cluster);
      }
      // Only where it is known to be absent: a mark that cannot be read is no reason to begin anew.
      boolean isNew = Files.notExists(cluster.resolve(COMPLETE));
      if (isNew) {
        create();
      }
      startServer();
      if (isNew) {
        execute("CREATE DATABASE " + DATABASE);
        Files.createFile(cluster.resolve(COMPLETE));
      }
    } catch (IOException | SQLException e) {
      throw failed(e);
    }
  }

  /** A cluster without its last mark was cut off while it was made, and holds nothing yet. */
  private void create() throws IOException {
    Tree.delete(cluster);
    Files.createDirectory(cluster);
    Tree.keepToOwner(cluster);
    serverUser.own(cluster);
    directory.write(PASSWORD, Secrets.create().newText());
    boolean created =
        command()
            .succeeds(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + USER,
                    "--pwfile=" + directory.path().resolve(PASSWORD),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
    if (!created) {
      throw new IOException("initdb failed");
    }
  }

  private void startServer() throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // Another process may take the port between this and the start of the server.
      port = FreePort.find();
      if (control("start", "-w", "-t", "120", "-l", log().toString(), "-o", options())) {
        return;
      }
    }
    throw new IOException("pg_ctl start failed");
  }

  private String options() {
    return String.join(
        " -c ",
        "-p " + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        "timezone=UTC",
        "fsync=on",
        "synchronous_commit=on");
  }

  /** Stops the server, whoever started it; committed data stays. */
  @Override
  public void close() {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (LeftoverServer.find(pidFile, this::isOurs).isPresent()) {
      if (!control("stop", "-w", "-t", "10", "-m", "fast")
          && !control("stop", "-w", "-t", "10", "-m", "immediate")) {
        throw failed(new IOException("pg_ctl stop failed"));
      }
    } else {
      forgetReusedPid(pidFile);
    }
  }

  private boolean isOurs(ProcessHandle.Info process) {
    return process
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
        .orElseGet(() -> process.command().orElse("").contains("postgres"));
  }

  /** PostgreSQL refuses to start while the process of its old id is alive, whatever that runs. */
  private static void forgetReusedPid(Path pidFile) {
    if (LeftoverServer.pid(pidFile).flatMap(ProcessHandle::of).isPresent()) {
      Tree.delete(pidFile);
    }
  }

  private boolean control(String action, String... options) {
    return command()
        .succeeds(
            Stream.concat(
                    Stream.of(binaries.program("pg_ctl"), action, "-D", cluster.toString()),
                    Arrays.stream(options))
                .toList());
  }

  private ServerCommand command() {
    return new ServerCommand(serverUser, log());
  }

  private Path log() {
    return directory.path().resolve(LOG);
  }

  private CannotStart failed(Exception cause) {
    return new CannotStart("PostgreSQL does not start; %s says why".formatted(log()), cause);
  }

  private void execute(String sql) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password());
    try (Connection connection = DriverManager.getConnection(url("postgres"), login);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String url() {
    return url(DATABASE);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return directory.read(PASSWORD).orElseThrow();
  }
}
