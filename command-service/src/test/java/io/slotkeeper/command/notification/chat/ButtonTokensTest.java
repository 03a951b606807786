package io.slotkeeper.command.notification.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.command.node.Samples;
import io.slotkeeper.platform.security.Signatures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ButtonTokensTest {
  private static final Instant EXPIRY = Instant.parse("2026-06-01T10:00:00Z");
  private final ButtonTokens tokens =
      new ButtonTokens(new Signatures("a secret of the tests".getBytes(UTF_8)));

  @Test
  void readsWhatItIssued() {
    for (var action : ButtonAction.values()) {
      var payload = tokens.issue(action, Samples.BOOKING, EXPIRY.plusMillis(999));
      assertThat(payload).hasSizeLessThanOrEqualTo(128).doesNotContain(" ");
      assertThat(tokens.read(payload)).contains(new ButtonToken(action, Samples.BOOKING, EXPIRY));
    }
  }

  @Test
  void readsExpiredOnesToo() {
    var payload = tokens.issue(ButtonAction.APPROVE, Samples.BOOKING, EXPIRY);
    var token = tokens.read(payload).orElseThrow();
    assertThat(token.isExpiredAt(EXPIRY.minusSeconds(1))).isFalse();
    assertThat(token.isExpiredAt(EXPIRY)).isTrue();
  }

  @Test
  void readsNothingElse() {
    var payload = tokens.issue(ButtonAction.APPROVE, Samples.BOOKING, EXPIRY);
    var strangers = new ButtonTokens(new Signatures("another secret".getBytes(UTF_8)));
    assertThat(strangers.read(payload)).isEmpty();
    assertThat(tokens.read("R" + payload.substring(1))).isEmpty();
    assertThat(tokens.read("X" + payload.substring(1))).isEmpty();
    assertThat(tokens.read(payload + " ")).isEmpty();
    assertThat(tokens.read("")).isEmpty();
    for (int i = 0; i < payload.length(); i++) {
      var other = payload.charAt(i) == '0' ? '1' : '0';
      assertThat(tokens.read(payload.substring(0, i) + other + payload.substring(i + 1)))
          .as("character %d", i)
          .isEmpty();
    }
  }
}
