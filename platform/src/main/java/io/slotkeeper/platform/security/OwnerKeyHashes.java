package io.slotkeeper.platform.security;

import io.slotkeeper.api.BusinessId;
import java.util.Optional;

/** What a service knows of owners' keys. Each service answers from what it has. */
@FunctionalInterface
public interface OwnerKeyHashes {
  /** SHA-256 of the key that is good now, in hexadecimal; empty where there is no such business. */
  Optional<String> keyHashOf(BusinessId businessId);
}
