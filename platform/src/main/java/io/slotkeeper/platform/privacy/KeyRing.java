package io.slotkeeper.platform.privacy;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that there are of some customers, for one answer and no longer. */
public final class KeyRing {
  private final Map<CustomerId, CustomerKey> keys;

  /** With these keys. */
  public static KeyRing of(CustomerKey... keys) {
    return new KeyRing(
        Arrays.stream(keys)
            .collect(Collectors.toMap(CustomerKey::customerId, Function.identity())));
  }

  KeyRing(Map<CustomerId, CustomerKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** Whether what belongs to this customer can be opened. */
  public boolean opens(CustomerId customerId) {
    return keys.containsKey(customerId);
  }

  /** The text, or {@link Sealed#ERASED} where its key is gone. */
  public String open(Sealed sealed) {
    var key = keys.get(sealed.customerId());
    return key == null ? Sealed.ERASED : key.open(sealed);
  }

  /** The same, where there may have been no text. */
  public @Nullable String openIfAny(@Nullable Sealed sealed) {
    return sealed == null ? null : open(sealed);
  }
}
