package io.slotkeeper.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import org.junit.jupiter.api.Test;

class CustomerKeyTest {
  private static final CustomerId ANA = new CustomerId("cus_00000000000000000000000001");
  private static final CustomerId EVA = new CustomerId("cus_00000000000000000000000002");

  private final CustomerKey key = new CustomerKey(ANA, new byte[32]);

  @Test
  void opensWhatItHasSealed() {
    var sealed = key.seal("Ana Ñ 😀");

    assertThat(sealed.customerId()).isEqualTo(ANA);
    assertThat(sealed.text()).startsWith(ANA + ".").doesNotContain("Ana");
    assertThat(key.open(sealed)).isEqualTo("Ana Ñ 😀");
    assertThat(key.seal("Ana Ñ 😀")).isNotEqualTo(sealed);
    assertThat(key.sealIfAny(null)).isNull();
  }

  @Test
  void opensNoTextOfAnotherCustomer() {
    var same = new CustomerKey(EVA, new byte[32]);
    var sealed = key.seal("Ana");
    var changed = new Sealed(sealed.text().substring(0, sealed.text().length() - 2) + "AA");

    assertThatThrownBy(() -> same.open(sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open(changed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open(Sealed.of(ANA, "no base64!")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsWhatCannotBeOpenedAsErased() {
    var ring = KeyRing.of(key);

    assertThat(ring.open(key.seal("Ana"))).isEqualTo("Ana");
    assertThat(ring.opens(EVA)).isFalse();
    assertThat(ring.open(Sealed.of(EVA, "anything"))).isEqualTo("erased");
    assertThat(ring.openIfAny(null)).isNull();
  }

  @Test
  void isPrintedWithoutTheText() {
    assertThat(key.seal("Ana").toString()).isEqualTo("Sealed[…]");
  }
}
