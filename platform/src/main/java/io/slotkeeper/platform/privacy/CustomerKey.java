package io.slotkeeper.platform.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key of one customer of one business, AES-256-GCM: without it nothing personal can be read.
 */
public final class CustomerKey {
  private final CustomerId customerId;
  private final AesGcmJce opening;
  private final SealingKey sealing;

  /**
   * A customer's key.
   *
   * @param key 32 bytes
   */
  public CustomerKey(CustomerId customerId, byte[] key) {
    this.customerId = customerId;
    try {
      this.opening = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is not the key of a customer", e);
    }
    this.sealing = new SealingKey(key, new byte[0]);
  }

  /** What the master key seals this key for, so that no row can take another's place. */
  public static String purposeOf(CustomerId customerId) {
    return "customer-key/1:" + customerId;
  }

  /** Whose it is. */
  public CustomerId customerId() {
    return customerId;
  }

  /** Seals a text. */
  public Sealed seal(String text) {
    try {
      var sealed = sealing.seal(text.getBytes(StandardCharsets.UTF_8), associated());
      return Sealed.of(customerId, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal a text of " + customerId, e);
    }
  }

  /** Seals a text where there is one. */
  public @Nullable Sealed sealIfAny(@Nullable String text) {
    return text == null ? null : seal(text);
  }

  /**
   * Opens a text of this customer's.
   *
   * @throws IllegalStateException where it is not one, or was changed
   */
  public String open(Sealed sealed) {
    try {
      var bytes = Base64.getUrlDecoder().decode(sealed.content());
      return new String(opening.decrypt(bytes, associated()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("Cannot open a text of " + customerId, e);
    }
  }

  private byte[] associated() {
    return customerId.value().getBytes(StandardCharsets.UTF_8);
  }
}
