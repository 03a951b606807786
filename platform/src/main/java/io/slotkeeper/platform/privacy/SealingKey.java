package io.slotkeeper.platform.privacy;

import io.slotkeeper.platform.foundation.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals by AES-GCM what Tink opens: the nonce, what is sealed, and the tag. Tink's own
 * sealing makes its source of nonces once for each thread, with a search of the whole class path
 * for a provider that is not there; and each request has a thread of its own.
 */
final class SealingKey {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final Secrets NONCES = Secrets.create();

  private final SecretKeySpec key;
  private final byte[] beginning;

  /**
   * A key.
   *
   * @param beginning what goes before everything that is sealed
   */
  SealingKey(byte[] key, byte[] beginning) {
    this.key = new SecretKeySpec(key, "AES");
    this.beginning = beginning.clone();
  }

  /** Seals something that can only be opened with the same associated bytes. */
  byte[] seal(byte[] plain, byte[] associated) throws GeneralSecurityException {
    var nonce = Arrays.copyOf(NONCES.newBytes(), NONCE_BYTES);
    var cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(associated);
    var sealed =
        ByteBuffer.allocate(beginning.length + NONCE_BYTES + plain.length + TAG_BYTES)
            .put(beginning)
            .put(nonce);
    cipher.doFinal(ByteBuffer.wrap(plain), sealed);
    return sealed.array();
  }
}
