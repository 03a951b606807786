package io.slotkeeper.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.TestRedis;
import io.slotkeeper.testing.servers.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Redis of the cluster, as those see it who have the machine. Whatever is done to it ends what
 * was done before.
 */
public final class Redis {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final Pattern PROCESS = Pattern.compile("process_id:(\\d+)");
  private static final Pattern CALLS = Pattern.compile("calls=(\\d+)");

  /** Where no master is. */
  private static final int NOBODY = 1;

  private final TestRedis server;
  private long pid;
  private boolean paused;

  Redis(TestRedis server) {
    this.server = server;
    this.pid = askForProcess();
  }

  private long askForProcess() {
    var matcher = PROCESS.matcher(say("INFO server"));
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  /** Kill -9. */
  public void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    paused = false;
  }

  /** It keeps its connections, and answers nothing. */
  public void pause() {
    heal();
    Signals.freeze(process().orElseThrow());
    paused = true;
  }

  /** It loses everything that it has. */
  public void flush() {
    heal();
    assertThat(say("FLUSHALL")).contains("+OK");
  }

  /** It refuses to write, as one that another has replaced. */
  public void refuseWrites() {
    heal();
    assertThat(say("REPLICAOF 127.0.0.1 " + NOBODY)).contains("+OK");
  }

  /** It works again, whatever was done to it. */
  public void heal() {
    if (paused) {
      Signals.thaw(process().orElseThrow());
      paused = false;
    }
    if (process().isEmpty()) {
      server.stop();
      server.restart();
      await().until(this::answers);
      pid = askForProcess();
    }
    await().until(this::answers);
    assertThat(say("REPLICAOF NO ONE")).contains("+OK");
  }

  /** How often a command, in lower case, was carried out since it started. */
  public long calls(String command) {
    return say("INFO commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_%s:".formatted(command)))
        .map(CALLS::matcher)
        .filter(matcher -> matcher.find())
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .sum();
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  private boolean answers() {
    try {
      return say("PING").contains("+PONG");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** One command in Redis's inline form, and all that it answers. */
  public String say(String command) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket
          .getOutputStream()
          .write("%s\r\nQUIT\r\n".formatted(command).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
