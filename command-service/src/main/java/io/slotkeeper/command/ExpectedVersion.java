package io.slotkeeper.command;

import io.slotkeeper.api.Refused;
import org.jspecify.annotations.Nullable;

/** The version that a caller has seen, carried with a command as metadata. */
public final class ExpectedVersion {
  /** The name of the metadata; its value is a {@link Long}. */
  public static final String METADATA = "expectedVersion";

  private ExpectedVersion() {}

  /**
   * Lets a command through whose caller has seen the newest version, or does not say.
   *
   * @throws Refused with code {@code version-conflict} for a stale one
   */
  public static void require(@Nullable Long expected, long actual) {
    if (expected != null && expected != actual) {
      throw Refused.versionConflict(expected, actual);
    }
  }
}
