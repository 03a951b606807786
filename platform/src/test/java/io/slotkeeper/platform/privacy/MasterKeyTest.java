package io.slotkeeper.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
  private static final byte[] SECRET = "what nobody may read".getBytes(UTF_8);

  private final byte[] first = key(1);
  private final byte[] second = key(2);
  private final MasterKey before = new MasterKey(List.of(first));
  private final MasterKey after = new MasterKey(List.of(second, first));

  @Test
  void opensWhatItHasSealed() {
    var sealed = before.seal(SECRET, "a purpose");

    assertThat(new String(sealed, UTF_8)).doesNotContain("nobody");
    assertThat(before.open(sealed, "a purpose")).isEqualTo(SECRET);
  }

  @Test
  void sealsDifferentlyEachTime() {
    assertThat(before.seal(SECRET, "a purpose")).isNotEqualTo(before.seal(SECRET, "a purpose"));
  }

  @Test
  void opensForNoOtherPurpose() {
    var sealed = before.seal(SECRET, "a purpose");

    assertThatIllegalStateException().isThrownBy(() -> before.open(sealed, "another"));
  }

  @Test
  void opensNothingThatWasChanged() {
    var sealed = before.seal(SECRET, "a purpose");
    sealed[sealed.length - 1] ^= 1;

    assertThatIllegalStateException().isThrownBy(() -> before.open(sealed, "a purpose"));
  }

  @Test
  void opensWithEarlierKeysAndKnowsWhatToSealAnew() {
    var old = before.seal(SECRET, "a purpose");

    assertThat(after.open(old, "a purpose")).isEqualTo(SECRET);
    assertThat(after.isCurrent(old)).isFalse();
    assertThat(after.isCurrent(after.seal(SECRET, "a purpose"))).isTrue();
  }

  @Test
  void opensNothingOfKeysThatItDoesNotHave() {
    var sealed = new MasterKey(List.of(second)).seal(SECRET, "a purpose");

    assertThatIllegalStateException().isThrownBy(() -> before.open(sealed, "a purpose"));
  }

  @Test
  void takesNoShortKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MasterKey(List.of(new byte[16])));
  }

  private static byte[] key(int each) {
    var key = new byte[MasterKey.BYTES];
    Arrays.fill(key, (byte) each);
    return key;
  }
}
