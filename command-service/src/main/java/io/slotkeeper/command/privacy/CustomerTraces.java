package io.slotkeeper.command.privacy;

import io.slotkeeper.api.CustomerId;

/** What is kept of customers beside what is sealed. */
public interface CustomerTraces {
  /** Deletes it in the transaction that erases the customer. */
  void erase(CustomerId customerId);
}
