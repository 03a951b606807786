package io.slotkeeper.platform.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slotkeeper.idempotency.*}.
 *
 * @param keep how long the answer to an {@code Idempotency-Key} is kept, at least 24 hours, which
 *     callers are promised; default 24 h
 */
@ConfigurationProperties("slotkeeper.idempotency")
public record IdempotencySettings(@DefaultValue("24h") Duration keep) {
  private static final Duration PROMISED = Duration.ofHours(24);

  /** Accepts what is not shorter than what callers are promised. */
  public IdempotencySettings {
    if (keep.compareTo(PROMISED) < 0) {
      throw new IllegalArgumentException("slotkeeper.idempotency.keep must be at least 24h");
    }
  }
}
