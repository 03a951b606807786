package io.slotkeeper.command.privacy;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.platform.security.Signatures;

/**
 * Stands for numbers by keyed hashes: whoever has a copy of the database, and not the master key,
 * cannot try out numbers.
 */
public final class PhoneHashes {
  private final Signatures signatures;

  /**
   * Hashes under this key.
   *
   * @param lookupKey 32 bytes that never change
   */
  public PhoneHashes(byte[] lookupKey) {
    this.signatures = new Signatures(lookupKey);
  }

  /**
   * The 32 bytes that stand for a number.
   *
   * @param purpose the same number has another hash for another purpose
   */
  public byte[] of(String purpose, PhoneNumber phone) {
    return signatures.sign(purpose, phone.value());
  }
}
