package io.slotkeeper.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded memory of answers that can be worked out again. */
public final class LeastRecentlyUsed {

  private LeastRecentlyUsed() {}

  /** A map for many threads that forgets what was not asked for the longest time. */
  public static <K, V> Map<K, V> map(int capacity) {
    return Collections.synchronizedMap(
        new LinkedHashMap<K, V>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        });
  }
}
