package io.slotkeeper.platform.privacy;

import jakarta.validation.constraints.Pattern;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slotkeeper.privacy.*}.
 *
 * @param masterKey key under which the keys of customers are kept: 32 bytes in base64, the same on
 *     all nodes of both services. Default: generated once and kept in the database, where whoever
 *     has a copy of it finds both
 * @param previousMasterKeys keys that still open what they have sealed; default none
 */
@Validated
@ConfigurationProperties("slotkeeper.privacy")
public record PrivacySettings(
    @Pattern(regexp = KEY_OR_NOTHING) @Nullable String masterKey,
    @DefaultValue List<@Pattern(regexp = KEY_OR_NOTHING) String> previousMasterKeys) {
  private static final String KEY_OR_NOTHING = "([A-Za-z0-9+/]{43}=)?";

  /** Whether there is a master key beside the one that may be in the database. */
  public boolean isSet() {
    return current().isPresent();
  }

  /** The master key that is set. */
  Optional<byte[]> current() {
    return masterKey == null || masterKey.isEmpty()
        ? Optional.empty()
        : Optional.of(Base64.getDecoder().decode(masterKey));
  }

  /** Those that were set before it. */
  List<byte[]> previous() {
    return previousMasterKeys.stream()
        .filter(key -> !key.isEmpty())
        .map(key -> Base64.getDecoder().decode(key))
        .toList();
  }

  @Override
  public String toString() {
    return "PrivacySettings[…]";
  }
}
