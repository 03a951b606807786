package io.slotkeeper.platform.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what becomes of keys, {@code slotkeeper.idempotency{outcome}}. */
final class Outcomes {
  private final @Nullable MeterRegistry meters;

  Outcomes(@Nullable MeterRegistry meters) {
    this.meters = meters;
  }

  void count(String outcome) {
    if (meters != null) {
      meters.counter("slotkeeper.idempotency", "outcome", outcome).increment();
    }
  }

  /** Counts what may still be undone, and then tried again. */
  void countAfterCommit(String outcome) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            count(outcome);
          }
        });
  }
}
