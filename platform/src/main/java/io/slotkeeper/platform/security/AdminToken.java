package io.slotkeeper.platform.security;

import org.jspecify.annotations.Nullable;

/** What an administrator presents. */
final class AdminToken {
  private final String token;
  private final @Nullable String previous;

  AdminToken(String token) {
    this(token, null);
  }

  AdminToken(String token, @Nullable String previous) {
    this.token = token;
    this.previous = previous;
  }

  boolean matches(String presented) {
    return Hashes.same(token, presented) || (previous != null && Hashes.same(previous, presented));
  }
}
