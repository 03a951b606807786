package io.slotkeeper.quickstart.embedded;

import io.slotkeeper.platform.foundation.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis that keeps nothing on disk, on the loopback interface alone. */
public final class EmbeddedRedis implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final int POLLS = 100;
  private static final int POLL_MILLIS = 50;

  private final Path directory;
  private final String password = Secrets.create().newText();
  private int port;

  private EmbeddedRedis(Path directory) {
    this.directory = directory;
  }

  /** Prepares a server that is not started yet, but can be stopped if an earlier one still runs. */
  public static EmbeddedRedis on(DataDirectory directory) {
    return new EmbeddedRedis(directory.path().resolve("redis"));
  }

  /** Answers whether it runs; where it does not, the services do without a cache. */
  public boolean start() {
    close();
    try {
      Tree.delete(directory);
      Files.createDirectory(directory);
      Tree.keepToOwner(directory);
      String program =
          ExecutableProvider.newJarResourceProvider(directory.toFile()).get().getPath();
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        port = FreePort.find();
        Files.writeString(configuration(), settings());
        if (runs(program)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean runs(String program) throws IOException {
    Process process =
        new ProcessBuilder(List.of(program, configuration().toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    if (PostgresBinaries.isWindows()) {
      Files.writeString(pidFile(), Long.toString(process.pid()));
    }
    for (int poll = 0; poll < POLLS; poll++) {
      if (answers()) {
        return true;
      }
      if (!process.isAlive() && process.exitValue() != 0) {
        return false;
      }
      pause();
    }
    return false;
  }

  /** Detached from the terminal, or Ctrl-C would reach it before the services have ended. */
  private String settings() {
    return """
        bind 127.0.0.1
        port %d
        requirepass %s
        save ""
        appendonly no
        maxmemory 256mb
        maxmemory-policy allkeys-lru
        dir "%s"
        logfile "%s"
        """
            .formatted(port, password, quoted(directory), quoted(log()))
        + (PostgresBinaries.isWindows()
            ? ""
            : "daemonize yes\npidfile \"%s\"\n".formatted(quoted(pidFile())));
  }

  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), POLL_MILLIS);
      socket.setSoTimeout(POLL_MILLIS * POLLS);
      socket
          .getOutputStream()
          .write("AUTH %s\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readNBytes(3), StandardCharsets.US_ASCII).equals("+OK");
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Redis starts", e);
    }
  }

  /** Stops the server, whoever started it. */
  @Override
  public void close() {
    LeftoverServer.find(pidFile(), this::isOurs).ifPresent(LeftoverServer::stop);
  }

  private boolean isOurs(ProcessHandle.Info process) {
    return process.command().orElse("").startsWith(directory.toString());
  }

  private Path configuration() {
    return directory.resolve("redis.conf");
  }

  private Path pidFile() {
    return directory.resolve("redis.pid");
  }

  private Path log() {
    return directory.resolve("redis.log");
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  public String password() {
    return password;
  }
}
