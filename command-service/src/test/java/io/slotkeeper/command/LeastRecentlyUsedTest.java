package io.slotkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LeastRecentlyUsedTest {

  @Test
  void forgetsWhatWasNotAskedForTheLongestTime() {
    Map<String, Integer> map = LeastRecentlyUsed.map(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);

    map.put("c", 3);

    assertThat(map).containsOnlyKeys("a", "c");
  }
}
