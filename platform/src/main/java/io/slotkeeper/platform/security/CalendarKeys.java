package io.slotkeeper.platform.security;

import io.slotkeeper.platform.foundation.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks the keys of calendars' secret links: {@code cal_<43 characters of base64url>}.
 * The link names the business, and calendar programs send no header, so the key is in the address.
 * It opens the calendar and nothing else.
 */
public final class CalendarKeys {
  private static final String HASH_OF_NO_KEY = "0".repeat(64);

  private final Secrets secrets;

  CalendarKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Makes a new key; it is good once its hash is stored. */
  public NewKey newKey() {
    return NewKey.of("cal_" + secrets.newText());
  }

  /**
   * Whether this is the key with that hash. It takes as long where there is no such key.
   *
   * @param hash SHA-256 of the key that is good now, in hexadecimal
   */
  public boolean matches(@Nullable String key, @Nullable String hash) {
    return Hashes.same(Hashes.hex(key == null ? "" : key), hash == null ? HASH_OF_NO_KEY : hash);
  }
}
