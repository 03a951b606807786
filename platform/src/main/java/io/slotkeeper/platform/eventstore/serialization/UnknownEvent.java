package io.slotkeeper.platform.eventstore.serialization;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an event that this version of the software cannot read. It reaches nobody: whoever
 * follows events of its family stops at it, all others pass over it.
 *
 * @param name in the store
 * @param revision of its form, null where there is none
 */
public record UnknownEvent(String name, @Nullable String revision) {

  /** What to throw where it must not be passed over. */
  public UnknownEventType refused() {
    return new UnknownEventType(name, revision);
  }
}
