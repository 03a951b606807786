package io.slotkeeper.query.cache;

import java.util.Map;
import java.util.Optional;

/**
 * What the cache had of some keys.
 *
 * @param there whether it was there to be asked
 * @param entries those that are good now
 */
public record Found(boolean there, Map<CacheKey, Entry> entries) {
  static final Found NOT_ASKED = new Found(false, Map.of());

  /** What is under a key. */
  public Optional<Entry> at(CacheKey key) {
    return Optional.ofNullable(entries.get(key));
  }
}
