package io.slotkeeper.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import redis.embedded.RedisServer;

/** A real Redis on a free port, which a test may stop and start again. */
public final class TestRedis implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final String PROCESS_ID = "process_id:";

  private final RedisServer server;
  private final int port;

  private TestRedis(RedisServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** The one that all tests of a JVM share; it stops with the JVM. */
  public static TestRedis shared() {
    return Shared.RUNNING;
  }

  /** One of its own for a test that stops it. */
  public static TestRedis start() {
    IOException failure = new IOException("Redis did not start");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        int port = freePort();
        RedisServer server =
            RedisServer.newRedisServer().bind("127.0.0.1").port(port).setting("save \"\"").build();
        server.start();
        return new TestRedis(server, port);
      } catch (IOException e) {
        // Another process may have taken the port since it was found free.
        failure.addSuppressed(e);
      }
    }
    throw new UncheckedIOException(failure);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  /** The process that serves now, as it says itself. */
  public ProcessHandle process() {
    try (var socket = new Socket(host(), port)) {
      socket.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(US_ASCII));
      var info = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return info.lines()
          .filter(line -> line.startsWith(PROCESS_ID))
          .map(line -> Long.parseLong(line.substring(PROCESS_ID.length())))
          .flatMap(id -> ProcessHandle.of(id).stream())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; {@link #restart()} starts it again on the same port, empty. */
  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void restart() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static final class Shared {

    static final TestRedis RUNNING = startUntilTheJvmEnds();

    private static TestRedis startUntilTheJvmEnds() {
      TestRedis redis = TestRedis.start();
      Runtime.getRuntime().addShutdownHook(new Thread(redis::stop, "stop-test-redis"));
      return redis;
    }
  }
}
