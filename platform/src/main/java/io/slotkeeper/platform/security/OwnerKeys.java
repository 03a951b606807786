package io.slotkeeper.platform.security;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.foundation.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Issues and checks owners' keys: {@code sk_<business>_<43 characters of base64url>}. The key names
 * its business, so that one look-up finds what to compare it with.
 */
public final class OwnerKeys {
  private static final Pattern KEY = Pattern.compile("sk_([0-9a-z]{26})_[A-Za-z0-9_-]{43}");
  private static final String HASH_OF_NO_KEY = "0".repeat(64);

  private final OwnerKeyHashes hashes;
  private final Secrets secrets;

  OwnerKeys(OwnerKeyHashes hashes, Secrets secrets) {
    this.hashes = hashes;
    this.secrets = secrets;
  }

  /** Makes a new key; it is good once its hash is stored. */
  public NewKey newKey(BusinessId businessId) {
    var text = "sk_%s_%s".formatted(businessId.value().substring(4), secrets.newText());
    return NewKey.of(text);
  }

  /** Whose key this is, if it is good now. */
  Optional<BusinessId> verify(String key) {
    return businessNamedIn(key)
        .filter(
            businessId ->
                Hashes.same(Hashes.hex(key), hashes.keyHashOf(businessId).orElse(HASH_OF_NO_KEY)));
  }

  private static Optional<BusinessId> businessNamedIn(String key) {
    var matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BusinessId("biz_" + matcher.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
