package io.slotkeeper.platform.privacy;

import java.util.Optional;

/** The master key in the database, where no setting gives one. */
public interface StoredMasterKey {
  /** The one that there is, made or waited for. */
  byte[] need();

  /** The one that there is, if there is one. */
  Optional<byte[]> find();
}
