package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The Redis of the town, as those see it who have the machine.
 *
 * @param configuration that it is started with
 */
record RedisServer(Path configuration, String program) {

  private static final Pattern CALLS = Pattern.compile("calls=(\\d+)");
  private static final int TIMEOUT_MILLIS = 2000;

  static RedisServer ofTheTown() {
    Path configuration = Town.quickstart().dataDirectory().resolve("redis/redis.conf");
    String program = process(configuration).info().command().orElseThrow();
    return new RedisServer(configuration, program);
  }

  /** Kill -9. */
  void kill() {
    process(configuration).destroyForcibly();
    await().until(() -> !answers());
  }

  void startAgain() {
    run(program, configuration.toString());
    await().until(this::answers);
  }

  /** It keeps its connections, and answers nothing. */
  void pause() {
    run("kill", "-STOP", Long.toString(process(configuration).pid()));
  }

  void goOn() {
    run("kill", "-CONT", Long.toString(process(configuration).pid()));
    await().until(this::answers);
  }

  void flush() {
    assertThat(say("FLUSHALL")).doesNotContain("-ERR");
  }

  /** All keys and all values. */
  String everything() {
    String script =
        """
        local all = '' \
        for _, key in ipairs(redis.call('KEYS', '*')) do \
          local type = redis.call('TYPE', key).ok \
          local value = type == 'string' and redis.call('GET', key) \
            or type == 'hash' and table.concat(redis.call('HGETALL', key), ' ') \
            or type == 'set' and table.concat(redis.call('SMEMBERS', key), ' ') \
            or type == 'zset' and table.concat(redis.call('ZRANGE', key, 0, -1), ' ') \
            or table.concat(redis.call('LRANGE', key, 0, -1), ' ') \
          all = all .. key .. ' ' .. value .. ' ' \
        end \
        return all\
        """;
    String all = say("EVAL \"%s\" 0".formatted(script));
    assertThat(all).doesNotContain("-ERR");
    return all;
  }

  /** How often a command was carried out since it started. */
  long calls(String command) {
    return say("INFO commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_%s:".formatted(command)))
        .map(CALLS::matcher)
        .filter(matcher -> matcher.find())
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .sum();
  }

  private boolean answers() {
    try {
      return say("PING").contains("+PONG");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  String say(String command) {
    try (var socket = new Socket()) {
      int port = Integer.parseInt(setting("port"));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket
          .getOutputStream()
          .write(
              "AUTH %s\r\n%s\r\nQUIT\r\n"
                  .formatted(setting("requirepass"), command)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String setting(String name) throws IOException {
    return Files.readAllLines(configuration).stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private static ProcessHandle process(Path configuration) {
    try {
      Path file = configuration.resolveSibling("redis.pid");
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assertThat(exit).as("%s", Arrays.asList(command)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
