package io.slotkeeper.command.notification.text;

import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.command.node.Samples;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notifications to put into words. */
record Queued(
    NotificationKind kind,
    Recipient recipient,
    String locale,
    String zone,
    String customer,
    Instant start,
    @Nullable Instant until,
    @Nullable String reason) {
  static final Instant START = Instant.parse("2026-12-04T12:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-12-03T17:30:00Z");

  static Queued of(NotificationKind kind, Recipient recipient, String locale) {
    return new Queued(kind, recipient, locale, "Europe/Madrid", "Ana", START, UNTIL, "Ill");
  }

  Queued from(String name) {
    return new Queued(kind, recipient, locale, zone, name, start, until, reason);
  }

  Queued at(String newStart) {
    return new Queued(
        kind, recipient, locale, zone, customer, Instant.parse(newStart), until, reason);
  }

  Queued without() {
    return new Queued(kind, recipient, locale, zone, customer, start, null, null);
  }

  Queued in(String newZone) {
    return new Queued(kind, recipient, locale, newZone, customer, start, until, reason);
  }

  Telling event() {
    return new Telling(queued(), customer, reason);
  }

  private NotificationQueued queued() {
    return new NotificationQueued(
        "notification",
        "business",
        "booking",
        kind.name(),
        recipient.name(),
        "cus_00000000000000000000000001",
        "+34600111222",
        null,
        locale,
        zone,
        "Salon Luna",
        "Chair 1",
        Samples.sealed(customer),
        start,
        until,
        null,
        start);
  }
}
