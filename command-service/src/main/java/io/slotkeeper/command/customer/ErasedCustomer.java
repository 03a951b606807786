package io.slotkeeper.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.customer.CustomerEvent.CustomerErased;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** That there was a customer, which is all that is left. */
@AggregateRoot(type = "Customer")
class ErasedCustomer {
  /** Axon reads it, by reflection. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String customerId;

  /** Made by Axon, by reflection. */
  ErasedCustomer() {}

  ErasedCustomer(CustomerId customerId, BusinessId businessId) {
    apply(new CustomerErased(customerId.value(), businessId.value()));
  }

  @EventSourcingHandler
  void on(CustomerErased event) {
    customerId = event.customerId();
  }
}
