package io.slotkeeper.platform.security;

/** Where the secret behind customers' tokens comes from where no setting gives one. */
@FunctionalInterface
public interface ManageTokenSecret {
  /** At least 32 bytes, the same on all nodes of both services. */
  byte[] value();
}
