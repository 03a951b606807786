package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a slot is, and who has it. A reservation that has lapsed stays until it is released. */
final class SlotLife implements Life {
  static final String FAMILY = "slot";

  private static final String AVAILABLE = "AVAILABLE";
  private static final String RESERVED = "RESERVED";
  private static final String BOOKED = "BOOKED";
  private static final String BLOCKED = "BLOCKED";

  private String status = AVAILABLE;
  private @Nullable String bookingId;
  private String resourceId = "";
  private @Nullable Instant start;
  private @Nullable Instant end;
  private @Nullable Instant until;

  static SlotLife after(History history) {
    var life = new SlotLife();
    history.events().forEach(life::take);
    return life;
  }

  @Override
  public boolean take(StoredEvent event) {
    var before = status;
    return switch (event.name()) {
      case "slot.reserved" -> {
        begin(event);
        become(RESERVED, event.textOrNull("bookingId"), event.instant("until"));
        yield before.equals(AVAILABLE);
      }
      case "slot.booked" -> {
        boolean allowed = before.equals(RESERVED) && isHeldBy(event);
        become(BOOKED, event.textOrNull("bookingId"), null);
        yield allowed;
      }
      case "slot.released" -> {
        boolean allowed = (before.equals(RESERVED) || before.equals(BOOKED)) && isHeldBy(event);
        become(AVAILABLE, null, null);
        yield allowed;
      }
      case "slot.blocked" -> {
        begin(event);
        become(BLOCKED, null, null);
        yield before.equals(AVAILABLE);
      }
      case "slot.unblocked" -> {
        become(AVAILABLE, null, null);
        yield before.equals(BLOCKED);
      }
      default -> false;
    };
  }

  @Override
  public String status() {
    return status;
  }

  boolean isHeld() {
    return !status.equals(AVAILABLE);
  }

  @Nullable String bookingId() {
    return bookingId;
  }

  String resourceId() {
    return resourceId;
  }

  @Nullable Instant start() {
    return start;
  }

  @Nullable Instant end() {
    return end;
  }

  /** When the reservation lapses; absent in every other state. */
  @Nullable Instant until() {
    return until;
  }

  private boolean isHeldBy(StoredEvent event) {
    return event.text("bookingId").equals(bookingId);
  }

  private void begin(StoredEvent event) {
    resourceId = event.text("resourceId");
    start = event.instant("start");
    end = event.instant("end");
  }

  private void become(String status, @Nullable String bookingId, @Nullable Instant until) {
    this.status = status;
    this.bookingId = bookingId;
    this.until = until;
  }
}
