package io.slotkeeper.faults.customers;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers that nobody else has: WhatsApp takes few messages at a time to each. */
public final class Phones {

  private static final AtomicInteger LAST = new AtomicInteger();

  private Phones() {}

  public static String next() {
    return "+346%08d".formatted(12_000_000 + LAST.incrementAndGet());
  }
}
