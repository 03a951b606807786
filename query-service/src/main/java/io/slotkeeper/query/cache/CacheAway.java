package io.slotkeeper.query.cache;

import org.jspecify.annotations.Nullable;

/** Redis gave no answer, or is not asked. */
final class CacheAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CacheAway(@Nullable Throwable cause) {
    super("the cache is away", cause, false, false);
  }
}
