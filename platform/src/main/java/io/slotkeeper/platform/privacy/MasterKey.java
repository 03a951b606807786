package io.slotkeeper.platform.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.slotkeeper.platform.foundation.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The key of the installation, AES-256-GCM. It seals other keys and what is kept for a short while;
 * what is personal has keys of its own. Earlier keys still open what they have sealed.
 */
public final class MasterKey {
  /** How long a key is, in bytes. */
  public static final int BYTES = 32;

  /** Tink begins what a key of its own kind has sealed with a version and the key's number. */
  private static final int NUMBER_AT = 1;

  private final Aead aead;
  private final SealingKey sealing;
  private final int current;

  /**
   * Seals with the first key, and opens with all of them.
   *
   * @param keys 32 bytes each, all different
   */
  public MasterKey(List<byte[]> keys) {
    this.aead = aead(keys);
    this.current = numberOf(keys.getFirst());
    this.sealing = new SealingKey(keys.getFirst(), beginningOf(current));
  }

  /**
   * Seals something.
   *
   * @param purpose what for; it can be opened for no other
   */
  public byte[] seal(byte[] plain, String purpose) {
    try {
      return sealing.seal(plain, purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal for " + purpose, e);
    }
  }

  /**
   * Opens what was sealed for the same purpose.
   *
   * @throws IllegalStateException where it was sealed with another key, for another purpose, or was
   *     changed
   */
  public byte[] open(byte[] sealed, String purpose) {
    try {
      return aead.decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Cannot open what was sealed for %s: is its master key among the settings?"
              .formatted(purpose),
          e);
    }
  }

  /** Whether it was sealed with the key that seals now. */
  public boolean isCurrent(byte[] sealed) {
    return sealed.length > NUMBER_AT + Integer.BYTES
        && ByteBuffer.wrap(sealed).getInt(NUMBER_AT) == current;
  }

  /** What everything begins with that is sealed now. */
  public byte[] beginning() {
    return beginningOf(current);
  }

  /** Whether this is the key that seals now. */
  public boolean sealsWith(byte[] key) {
    return numberOf(key) == current;
  }

  /** What everything begins with that a key has sealed. */
  public static byte[] beginningOf(byte[] key) {
    return beginningOf(numberOf(key));
  }

  private static byte[] beginningOf(int number) {
    return ByteBuffer.allocate(NUMBER_AT + Integer.BYTES).put((byte) 1).putInt(number).array();
  }

  private static Aead aead(List<byte[]> keys) {
    try {
      AeadConfig.register();
      var handle = KeysetHandle.newBuilder();
      for (int i = 0; i < keys.size(); i++) {
        var entry = KeysetHandle.importKey(tinkKey(keys.get(i))).withFixedId(numberOf(keys.get(i)));
        handle.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      return handle.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("These are not master keys", e);
    }
  }

  @AccessesPartialKey
  private static AesGcmKey tinkKey(byte[] key) throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .setIdRequirement(numberOf(key))
        .build();
  }

  /** The same on all nodes, whichever place the key has in their settings. */
  private static int numberOf(byte[] key) {
    return ByteBuffer.wrap(Sha256.of(key)).getInt();
  }
}
