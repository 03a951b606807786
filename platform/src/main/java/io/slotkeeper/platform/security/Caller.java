package io.slotkeeper.platform.security;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;

/** Who asks. */
public sealed interface Caller {
  /** Anyone: without credentials. */
  record Anonymous() implements Caller {}

  /** Whoever holds the token of a booking. */
  record Customer(BookingId bookingId) implements Caller {}

  /** Whoever holds the key of a business. */
  record Owner(BusinessId businessId) implements Caller {}

  /** Whoever holds the token of the installation. */
  record Admin() implements Caller {}

  /** Who this is among all callers, in a word for origins and keys. */
  default String text() {
    return switch (this) {
      case Anonymous anyone -> "anyone";
      case Customer customer -> "customer:" + customer.bookingId();
      case Owner owner -> "owner:" + owner.businessId();
      case Admin admin -> "admin";
    };
  }

  /** Whether this is the owner of a business. */
  default boolean owns(BusinessId businessId) {
    return this instanceof Owner owner && owner.businessId().equals(businessId);
  }
}
