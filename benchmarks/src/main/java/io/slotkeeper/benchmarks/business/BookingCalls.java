package io.slotkeeper.benchmarks.business;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.benchmarks.load.Call;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Customers who want a slot, each another one, with a key of their own. */
public final class BookingCalls implements Supplier<Call> {

  private static final long NUMBERS = 100_000_000;

  /** Shared, so that the customers of a run are all different. */
  private static final AtomicLong CUSTOMERS = new AtomicLong();

  private final Supplier<SlotId> slots;

  /** For these slots. */
  public BookingCalls(Supplier<SlotId> slots) {
    this.slots = slots;
  }

  @Override
  public Call get() {
    return Call.post(
        "/api/bookings",
        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
        """
        {"slotId":"%s","customer":{"name":"Benchmark Customer","phone":"+346%08d"},"consent":true}"""
            .formatted(slots.get(), CUSTOMERS.getAndIncrement() % NUMBERS));
  }
}
