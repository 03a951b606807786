package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.foundation.Sha256;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.security.Signatures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A store that was written, and the secrets that are behind it.
 *
 * @param events that it has
 * @param bookings that were asked for
 * @param businesses in the order of their size, the largest first
 */
public record GeneratedStore(Year year, long events, long bookings, List<BusinessId> businesses) {

  /** What the services must be told so that they can open what is sealed. */
  public Map<String, String> settings() {
    return Map.of(
        "slotkeeper.privacy.master-key", Base64.getEncoder().encodeToString(masterKey(year)));
  }

  /** The key of a business's owner. */
  public String ownerKey(BusinessId businessId) {
    return ownerKey(year, businessId);
  }

  static String ownerKey(Year year, BusinessId businessId) {
    var secret = new Signatures(secret(year, "owners")).sign("owner-key", businessId.value());
    return "sk_%s_%s"
        .formatted(
            businessId.value().substring(4),
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static String hash(String key) {
    return HexFormat.of().formatHex(Sha256.of(key));
  }

  static byte[] masterKey(Year year) {
    return secret(year, "master-key");
  }

  static byte[] lookupKey(Year year) {
    return secret(year, "lookup-key");
  }

  static MasterKey masterKeyOf(Year year) {
    return new MasterKey(List.of(masterKey(year)));
  }

  private static byte[] secret(Year year, String name) {
    var text = name.getBytes(StandardCharsets.UTF_8);
    return Sha256.of(
        ByteBuffer.allocate(Long.BYTES + text.length).putLong(year.seed()).put(text).array());
  }
}
