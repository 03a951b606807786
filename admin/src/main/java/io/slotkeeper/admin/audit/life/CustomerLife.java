package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.StoredEvent;

/** Whether a customer was erased, which is all that events tell of one. */
final class CustomerLife implements Life {
  static final String FAMILY = "customer";

  private String status = "";

  @Override
  public boolean take(StoredEvent event) {
    boolean allowed = event.name().equals("customer.erased") && status.isEmpty();
    status = "ERASED";
    return allowed;
  }

  @Override
  public String status() {
    return status;
  }
}
