package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which message of WhatsApp's is which notification. */
@Component
class SentMessages {

  /** Meta keeps what it cannot deliver for 30 days. */
  private static final Duration REMEMBERED = Duration.ofDays(40);

  private final JdbcClient database;
  private final Clock clock;

  SentMessages(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void note(String messageId, NotificationId notificationId) {
    database
        .sql(
            """
            INSERT INTO command.whatsapp_message (message_id, notification_id, accepted_at)
            VALUES (:message, :notification, :at) ON CONFLICT DO NOTHING
            """)
        .param("message", messageId)
        .param("notification", notificationId.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<NotificationId> notificationOf(String messageId) {
    return database
        .sql("SELECT notification_id FROM command.whatsapp_message WHERE message_id = :message")
        .param("message", messageId)
        .query(String.class)
        .optional()
        .map(NotificationId::new);
  }

  void forgetOld() {
    database
        .sql("DELETE FROM command.whatsapp_message WHERE accepted_at < :before")
        .param("before", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .update();
  }
}
