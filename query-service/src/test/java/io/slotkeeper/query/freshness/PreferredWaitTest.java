package io.slotkeeper.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wait=5 | 5",
        "Wait = 5 | 5",
        "wait=\"5\" | 5",
        "wait=0 | 0",
        "wait=10 | 10",
        "wait=11 | 10",
        "wait=007 | 7",
        "wait=99999999999999999999999 | 10",
        "respond-async, wait=3;reason=x, handling=lenient | 3",
        "foo=\"a, wait=1\", wait=2 | 2",
        "wait=4, wait=9 | 4",
      })
  void readsSecondsAmongOtherPreferences(String header, long seconds) {
    assertThat(PreferredWait.of(List.of(header))).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=soon",
        "waiting=3",
        "x=\"wait=3\"",
        "\"",
        ",;=",
        "wait=\"3",
        "wait=\u0663"
      })
  void passesOverWhatItCannotRead(String header) {
    assertThat(PreferredWait.of(List.of(header))).isEmpty();
  }

  @Test
  void readsAllLinesOfTheHeader() {
    assertThat(PreferredWait.of(List.of("respond-async", "wait=6")))
        .contains(Duration.ofSeconds(6));
  }
}
