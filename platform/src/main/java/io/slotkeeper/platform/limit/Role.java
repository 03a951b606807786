package io.slotkeeper.platform.limit;

import io.slotkeeper.platform.security.Caller;

/** What a client is, as limits tell them apart. */
public enum Role {
  /** Whoever has no credential, or one that has not proved good yet. */
  ANONYMOUS,
  /** Has the token of a booking. */
  CUSTOMER,
  /** Has the key of a business. */
  OWNER,
  /** Has the token of the installation. */
  ADMIN;

  static Role of(Caller caller) {
    return switch (caller) {
      case Caller.Anonymous anyone -> ANONYMOUS;
      case Caller.Customer customer -> CUSTOMER;
      case Caller.Owner owner -> OWNER;
      case Caller.Admin admin -> ADMIN;
    };
  }
}
