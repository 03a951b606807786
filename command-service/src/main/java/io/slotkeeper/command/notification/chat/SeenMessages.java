package io.slotkeeper.command.notification.chat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages that were answered. Meta delivers some twice, and for up to seven days. */
@Component
class SeenMessages {

  private static final Duration REMEMBERED = Duration.ofDays(8);

  private final JdbcOperations database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SeenMessages(JdbcOperations database, PlatformTransactionManager transactions, Clock clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  boolean isSeen(String wamid) {
    return !database
        .queryForList("SELECT 1 FROM command.whatsapp_seen WHERE key = ?", Integer.class, wamid)
        .isEmpty();
  }

  /** Does this for a message unless it was done before, in one transaction with noting so. */
  void once(String wamid, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          int inserted =
              database.update(
                  "INSERT INTO command.whatsapp_seen (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                  wamid,
                  Timestamp.from(clock.instant()));
          if (inserted == 1) {
            work.run();
          }
        });
  }

  void forgetOld() {
    database.update(
        "DELETE FROM command.whatsapp_seen WHERE at < ?",
        Timestamp.from(clock.instant().minus(REMEMBERED)));
  }
}
