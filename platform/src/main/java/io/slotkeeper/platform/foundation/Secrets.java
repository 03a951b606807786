package io.slotkeeper.platform.foundation;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody may guess. */
public final class Secrets {
  private static final int BYTES = 32;

  private final SecureRandom random;

  private Secrets(SecureRandom random) {
    this.random = random;
  }

  /** From the randomness of the system. */
  public static Secrets create() {
    return new Secrets(new SecureRandom());
  }

  /** 256 bits. */
  public byte[] newBytes() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** 256 bits in 43 characters of base64url. */
  public String newText() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(newBytes());
  }
}
