package io.slotkeeper.command.notification.text;

import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import java.time.Instant;
import java.time.ZoneId;

/** What a template leaves open. */
enum Variable {
  BUSINESS,
  CUSTOMER,
  RESOURCE,
  WHEN,
  UNTIL,
  REASON;

  private static final int LONGEST_NAME = 100;
  // With all else it stays below the 1024 characters of a message.
  private static final int LONGEST_REASON = 300;

  String in(Telling telling, Language language) {
    var event = telling.queued();
    return switch (this) {
      case BUSINESS -> OneLine.of(event.businessName(), LONGEST_NAME);
      case CUSTOMER -> OneLine.of(telling.customerName(), LONGEST_NAME);
      case RESOURCE -> OneLine.of(event.resourceName(), LONGEST_NAME);
      case WHEN -> when(event.start(), event, language);
      // Nothing can be answered after the start.
      case UNTIL -> when(event.until() == null ? event.start() : event.until(), event, language);
      case REASON ->
          telling.reason() == null || telling.reason().isBlank()
              ? language.text("reason.none")
              : OneLine.of(telling.reason(), LONGEST_REASON);
    };
  }

  private static String when(Instant time, NotificationQueued event, Language language) {
    return language.when(time.atZone(ZoneId.of(event.timeZone())));
  }
}
