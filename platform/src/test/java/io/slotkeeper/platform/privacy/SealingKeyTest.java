package io.slotkeeper.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealingKeyTest {
  private static final byte[] KEY = new byte[32];
  private static final byte[] PLAIN = "By the window".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PURPOSE = "a note".getBytes(StandardCharsets.UTF_8);

  private final SealingKey key = new SealingKey(KEY, new byte[0]);

  @Test
  void sealsWhatTinkOpens() throws GeneralSecurityException {
    var tink = new AesGcmJce(KEY);

    assertThat(tink.decrypt(key.seal(PLAIN, PURPOSE), PURPOSE)).isEqualTo(PLAIN);
    assertThat(tink.decrypt(key.seal(new byte[0], PURPOSE), PURPOSE)).isEmpty();
    assertThat(tink.encrypt(PLAIN, PURPOSE)).hasSameSizeAs(key.seal(PLAIN, PURPOSE));
  }

  @Test
  void sealsForOnePurpose() throws GeneralSecurityException {
    var tink = new AesGcmJce(KEY);
    var sealed = key.seal(PLAIN, PURPOSE);
    var other = "another".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> tink.decrypt(sealed, other))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void neverUsesANonceTwice() {
    assertThat(Stream.generate(this::nonce).limit(1000)).doesNotHaveDuplicates();
  }

  private String nonce() {
    try {
      return Arrays.toString(Arrays.copyOf(key.seal(PLAIN, PURPOSE), 12));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void beginsWithWhatItIsTold() throws GeneralSecurityException {
    var sealed = new SealingKey(KEY, new byte[] {1, 2, 3}).seal(PLAIN, PURPOSE);

    assertThat(sealed).startsWith(1, 2, 3);
    assertThat(new AesGcmJce(KEY).decrypt(Arrays.copyOfRange(sealed, 3, sealed.length), PURPOSE))
        .isEqualTo(PLAIN);
  }
}
