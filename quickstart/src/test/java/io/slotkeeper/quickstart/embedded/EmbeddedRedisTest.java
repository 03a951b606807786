package io.slotkeeper.quickstart.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

  @TempDir Path temporary;
  private DataDirectory directory;
  private EmbeddedRedis redis;

  @BeforeEach
  void prepares() {
    directory = DataDirectory.open(temporary.resolve("with a space"));
    redis = EmbeddedRedis.on(directory);
  }

  @AfterEach
  void stops() {
    redis.close();
    directory.close();
  }

  @Test
  void answersThoseWhoKnowThePassword() throws IOException {
    assertThat(redis.start()).isTrue();

    assertThat(say(redis.port(), "PING")).startsWith("-NOAUTH");
    assertThat(say(redis.port(), "AUTH " + redis.password())).isEqualTo("+OK");
  }

  @Test
  void stopsTheServerOfAQuickstartThatDied() {
    redis.start();
    int leftover = redis.port();

    var next = EmbeddedRedis.on(directory);

    assertThat(next.start()).isTrue();
    assertThatThrownBy(() -> say(leftover, "PING")).isInstanceOf(IOException.class);
  }

  @Test
  void endsWhenItIsClosed() {
    redis.start();
    redis.close();

    assertThatThrownBy(() -> say(redis.port(), "PING")).isInstanceOf(IOException.class);
  }

  private static String say(int port, String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine());
    }
  }
}
