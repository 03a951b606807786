package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.StoredEvent;

/** What a business is open for. Once closed it never changes. */
final class BusinessLife implements Life {
  static final String FAMILY = "business";

  private static final String ACTIVE = "ACTIVE";
  private static final String SUSPENDED = "SUSPENDED";
  private static final String CLOSED = "CLOSED";

  private String status = "";

  @Override
  public boolean take(StoredEvent event) {
    return switch (event.name()) {
      case "business.registered" -> become(ACTIVE, status.isEmpty());
      case "business.suspended" -> become(SUSPENDED, status.equals(ACTIVE));
      case "business.resumed" -> become(ACTIVE, status.equals(SUSPENDED));
      case "business.closed" -> become(CLOSED, isOpen());
      case "business.profile-changed",
          "business.opening-hours-set",
          "business.closure-added",
          "business.closure-removed",
          "business.special-hours-set",
          "business.special-hours-cleared",
          "business.resource-added",
          "business.resource-renamed",
          "business.resource-retired",
          "business.booking-policy-set",
          "business.api-key-rotated",
          "business.calendar-link-rotated" ->
          isOpen();
      default -> false;
    };
  }

  @Override
  public String status() {
    return status;
  }

  private boolean isOpen() {
    return status.equals(ACTIVE) || status.equals(SUSPENDED);
  }

  private boolean become(String status, boolean allowed) {
    this.status = status;
    return allowed;
  }
}
