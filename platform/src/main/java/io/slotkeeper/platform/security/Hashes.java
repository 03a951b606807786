package io.slotkeeper.platform.security;

import io.slotkeeper.platform.foundation.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, and comparisons whose duration says nothing. */
final class Hashes {
  private Hashes() {}

  static String hex(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  static boolean same(String a, String b) {
    return MessageDigest.isEqual(Sha256.of(a), Sha256.of(b));
  }
}
