package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.PhoneNumber;

/** Somebody who books. */
record Guest(String name, PhoneNumber phone) {
  private static final int MANY = 10_000_000;

  /** Somebody of a great many; those with the same number are the same. */
  static Guest any(Chance chance) {
    int number = chance.below(MANY);
    return new Guest("Customer " + number, new PhoneNumber("+346%08d".formatted(number)));
  }
}
