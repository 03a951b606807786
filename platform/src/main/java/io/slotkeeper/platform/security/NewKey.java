package io.slotkeeper.platform.security;

/**
 * A key that was just made.
 *
 * @param text for the owner, shown once and never stored
 * @param hash SHA-256 of it in hexadecimal, which is stored
 */
public record NewKey(String text, String hash) {
  static NewKey of(String text) {
    return new NewKey(text, Hashes.hex(text));
  }

  @Override
  public String toString() {
    return "NewKey[…]";
  }
}
