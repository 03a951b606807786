package io.slotkeeper.api.customer;

/** What happened to a customer of a business. */
public sealed interface CustomerEvent {
  /** The customer that it happened to. */
  String customerId();

  /** The business whose customer it was. */
  String businessId();

  /** The key is gone, and with it all that was personal. It is the first and last event. */
  record CustomerErased(String customerId, String businessId) implements CustomerEvent {}
}
