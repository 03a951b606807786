package io.slotkeeper.api.booking;

import io.slotkeeper.api.PhoneNumber;

/**
 * Who books. Personal: never logged.
 *
 * @param name 1 to 80 characters
 * @param phone where the customer is told what happens
 */
public record Customer(String name, PhoneNumber phone) {
  @Override
  public String toString() {
    return "Customer[…]";
  }
}
