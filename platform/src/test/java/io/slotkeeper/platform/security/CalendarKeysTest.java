package io.slotkeeper.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.foundation.Secrets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CalendarKeysTest {
  private final CalendarKeys keys = new CalendarKeys(Secrets.create());

  @Test
  void acceptsTheKeyThatItMade() {
    var key = keys.newKey();

    assertThat(key.text()).matches("cal_[A-Za-z0-9_-]{43}");
    assertThat(keys.matches(key.text(), key.hash())).isTrue();
    assertThat(key.toString()).doesNotContain(key.text()).doesNotContain(key.hash());
  }

  @Test
  void acceptsNothingElse() {
    var key = keys.newKey();

    assertThat(keys.matches(keys.newKey().text(), key.hash())).isFalse();
    assertThat(keys.matches(key.hash(), key.hash())).isFalse();
    assertThat(keys.matches(key.text().toUpperCase(Locale.ROOT), key.hash())).isFalse();
    assertThat(keys.matches("", key.hash())).isFalse();
    assertThat(keys.matches(null, key.hash())).isFalse();
  }

  @Test
  void acceptsNoKeyWhereThereIsNone() {
    assertThat(keys.matches(keys.newKey().text(), null)).isFalse();
    assertThat(keys.matches("", null)).isFalse();
    assertThat(keys.matches(null, null)).isFalse();
  }
}
