package io.slotkeeper.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under keys that are derived from a secret, one for each purpose, so that what is
 * signed for one is never good for another. The secret is that of customers' tokens, but for hashes
 * of numbers, which a key of their own is kept for.
 */
public final class Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DERIVATION = "slotkeeper/derived-key/1:";

  private final byte[] secret;
  private final List<byte[]> previous;

  /** Signs with what is derived from this secret. */
  public Signatures(byte[] secret) {
    this(secret, List.of());
  }

  /** Signs with what is derived from this secret, and knows what previous ones have signed. */
  public Signatures(byte[] secret, List<byte[]> previous) {
    this.secret = secret.clone();
    this.previous = previous.stream().map(byte[]::clone).toList();
  }

  /**
   * The 32 bytes that sign a text.
   *
   * @param purpose names the key
   */
  public byte[] sign(String purpose, String text) {
    return sign(secret, purpose, text);
  }

  /** What the same text was signed with before the secret was replaced. */
  public List<byte[]> signBefore(String purpose, String text) {
    return previous.stream().map(old -> sign(old, purpose, text)).toList();
  }

  private static byte[] sign(byte[] secret, String purpose, String text) {
    return hmac(hmac(secret, DERIVATION + purpose), text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
