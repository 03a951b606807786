package io.slotkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"+34600111222", "+1234567", "+123456789012345"})
  void acceptsE164(String text) {
    assertThat(new PhoneNumber(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "34600111222",
        "0034600111222",
        "+34 600 111 222",
        "+34-600-111-222",
        "+034600111222",
        "+123456",
        "+1234567890123456",
        "+٣٤٦٠٠١١١٢٢٢",
        "＋34600111222",
        "+34600111222\n",
        "+34600111222;ext=1",
        "tel:+34600111222"
      })
  void refusesEverythingElseWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber(text))
        .withMessage("not a telephone number in E.164 form");
  }

  @Test
  void doesNotTellTheNumberToALog() {
    assertThat(new PhoneNumber("+34600111222")).hasToString("+…22");
  }
}
