package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.StoredEvent;

/** Where a booking is, and which slot it has. */
final class BookingLife implements Life {
  static final String FAMILY = "booking";

  private static final String NONE = "";
  private static final String PENDING = "PENDING";
  private static final String CONFIRMED = "CONFIRMED";

  private String status = NONE;
  private String slotId = "";

  static BookingLife after(History history) {
    var life = new BookingLife();
    history.events().forEach(life::take);
    return life;
  }

  @Override
  public boolean take(StoredEvent event) {
    var before = status;
    var slotBefore = slotId;
    return switch (event.name()) {
      case "booking.requested" -> {
        hold(PENDING, event);
        yield before.equals(NONE);
      }
      case "booking.confirmed" -> become(CONFIRMED, before.equals(PENDING));
      case "booking.rejected" -> become("REJECTED", before.equals(PENDING));
      case "booking.expired" -> become("EXPIRED", before.equals(PENDING));
      case "booking.cancelled" -> become("CANCELLED", isLive());
      case "booking.rescheduled" -> {
        hold(event.text("status"), event);
        yield before.equals(CONFIRMED)
            && slotBefore.equals(event.text("previousSlotId"))
            && isLive();
      }
      case "booking.completed" -> become("COMPLETED", before.equals(CONFIRMED));
      case "booking.marked-no-show" -> become("NO_SHOW", before.equals(CONFIRMED));
      default -> false;
    };
  }

  @Override
  public String status() {
    return status;
  }

  String slotId() {
    return slotId;
  }

  /** Whether it is still to come, or waits. */
  boolean isLive() {
    return status.equals(PENDING) || status.equals(CONFIRMED);
  }

  private void hold(String status, StoredEvent event) {
    this.status = status;
    slotId = event.text("slotId");
  }

  private boolean become(String status, boolean allowed) {
    this.status = status;
    return allowed;
  }
}
