package io.slotkeeper.platform.security;

/** What an administrator presents. */
final class AdminToken {
  private final String token;

  AdminToken(String token) {
    this.token = token;
  }

  boolean matches(String presented) {
    return Hashes.same(token, presented);
  }
}
