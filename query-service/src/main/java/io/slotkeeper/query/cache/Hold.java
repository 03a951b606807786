package io.slotkeeper.query.cache;

import java.util.Set;

/**
 * Keys that are kept out of the cache while a transaction changes what they tell.
 *
 * @param known those of them that were filled or being filled: worth to be filled again
 */
public record Hold(Set<CacheKey> known, Runnable end) {

  static final Hold NOTHING = new Hold(Set.of(), () -> {});

  /** To be called after the transaction, whether or not it was committed; it does not throw. */
  public void release() {
    end.run();
  }
}
