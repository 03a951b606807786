package io.slotkeeper.admin.audit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeIdTest {
  private static final String BOOKING = "bkg_01k3z8r0s0e0080000000000k1";
  private static final String SLOT =
      "slt_01k3z8r0s0e0080000000000b1_01k3z8r0s0e0080000000000r1_20260302T0900Z";

  /** As command-service names the same. */
  @Test
  void namesWhatIsTold() {
    assertThat(NoticeId.of(BOOKING, SLOT, "1", "BOOKING_CONFIRMED", "CUSTOMER"))
        .isEqualTo("ntf_6b23gcwcns4xktsj0v9hfncaa8");
    assertThat(NoticeId.of(BOOKING, SLOT, "PT2H", "REMINDER", "CUSTOMER"))
        .isEqualTo("ntf_7c2zt82cjtnejq6h5gbjcjt5e3");
  }
}
