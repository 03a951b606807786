package io.slotkeeper.admin.service;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody may guess, from the randomness of the system. */
public final class Unguessable {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Unguessable() {}

  /** 256 bits. */
  public static byte[] bytes() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** 256 bits in 43 characters of base64url. */
  public static String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }
}
