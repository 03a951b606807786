package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.Set;

/** Where a notification is. */
final class NotificationLife implements Life {
  static final String FAMILY = "notification";

  private static final String QUEUED = "QUEUED";
  private static final String ATTEMPTED = "ATTEMPTED";
  private static final String ACCEPTED = "ACCEPTED";
  private static final String DELIVERED = "DELIVERED";
  private static final String READ = "READ";
  private static final String FAILED = "FAILED";

  private String status = "";
  private long attempts;

  @Override
  public boolean take(StoredEvent event) {
    return switch (event.name()) {
      case "notification.queued" -> become(QUEUED, Set.of(""));
      case "notification.attempted" -> {
        boolean isNext = event.payload().path("attempt").asLong() == attempts + 1;
        attempts++;
        yield become(ATTEMPTED, Set.of(QUEUED, ATTEMPTED)) && isNext;
      }
      // One that was accepted comes back where a template turns out to be needed.
      case "notification.postponed" -> become(QUEUED, Set.of(ATTEMPTED, ACCEPTED));
      case "notification.accepted" -> become(ACCEPTED, Set.of(QUEUED, ATTEMPTED));
      // What an earlier copy comes to may be told of one that waits to be sent again.
      case "notification.delivered" ->
          become(DELIVERED, Set.of(QUEUED, ATTEMPTED, ACCEPTED, FAILED));
      case "notification.read" ->
          become(READ, Set.of(QUEUED, ATTEMPTED, ACCEPTED, DELIVERED, FAILED));
      case "notification.failed" -> become(FAILED, Set.of(QUEUED, ATTEMPTED, ACCEPTED));
      default -> false;
    };
  }

  @Override
  public String status() {
    return status;
  }

  private boolean become(String status, Set<String> from) {
    boolean allowed = from.contains(this.status);
    this.status = status;
    return allowed;
  }
}
