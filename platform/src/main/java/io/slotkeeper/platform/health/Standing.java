package io.slotkeeper.platform.health;

import org.springframework.boot.health.contributor.Status;

/** How a part of a service, or the whole, stands; the better comes first. */
public enum Standing {
  /** It works. */
  UP(Status.UP, 1),
  /** The service answers rightly, but something is late, slower or close to its end. */
  DEGRADED(new Status("DEGRADED"), 0.5),
  /** The service cannot do what it is for. */
  DOWN(Status.DOWN, 0);

  // Spring's class has a name and a description, both final.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Status status;

  private final double measure;

  Standing(Status status, double measure) {
    this.status = status;
    this.measure = measure;
  }

  Status status() {
    return status;
  }

  /** For a gauge: 1, 0.5 or 0. */
  double measure() {
    return measure;
  }
}
