package io.slotkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestRedisTest {

  @Test
  void answersStopsAndAnswersAgainOnTheSamePort() throws IOException {
    try (TestRedis redis = TestRedis.start()) {
      assertThat(ping(redis)).startsWith("+PONG");
      var first = redis.process();

      redis.stop();
      assertThat(first.isAlive()).isFalse();
      assertThatThrownBy(() -> ping(redis)).isInstanceOf(ConnectException.class);

      redis.restart();
      assertThat(ping(redis)).startsWith("+PONG");
      assertThat(redis.process()).isNotEqualTo(first).matches(ProcessHandle::isAlive);
    }
  }

  private static String ping(TestRedis redis) throws IOException {
    try (Socket socket = new Socket(redis.host(), redis.port())) {
      OutputStream out = socket.getOutputStream();
      out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(7), StandardCharsets.US_ASCII);
    }
  }
}
