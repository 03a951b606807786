package io.slotkeeper.command.privacy;

import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.privacy.PrivacySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The master key in the database, which goes when one is set. A node that was not told of that
 * would go on sealing under a key that nobody has any more: so whoever seals under it holds its
 * row, and whoever deletes it looks, with the row locked, for what it has sealed.
 */
@Component
public class GeneratedKey {
  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final MasterKey masterKey;
  private final boolean isReplaced;

  GeneratedKey(
      JdbcClient database,
      TransactionOperations transactions,
      MasterKey masterKey,
      PrivacySettings settings) {
    this.database = database;
    this.transactions = transactions;
    this.masterKey = masterKey;
    this.isReplaced = settings.isSet();
  }

  /**
   * Keeps the key that this node seals with until the transaction ends. Nothing to do where the key
   * is a setting.
   *
   * @throws IllegalStateException where it was deleted: this node needs the setting of the others
   */
  public void hold() {
    if (isReplaced) {
      return;
    }
    boolean isThere =
        database
            .sql("SELECT value FROM command.secret WHERE name = 'master-key' FOR KEY SHARE")
            .query(byte[].class)
            .optional()
            .filter(masterKey::sealsWith)
            .isPresent();
    if (!isThere) {
      throw new IllegalStateException(
          "The generated master key was replaced: set slotkeeper.privacy.master-key here too");
    }
  }

  /** Whether a setting has taken its place on this node. */
  boolean isReplaced() {
    return isReplaced;
  }

  /** Deletes it unless something is sealed under it; whether it was deleted. */
  boolean deleteIfUnused() {
    return Boolean.TRUE.equals(
        transactions.<Boolean>execute(
            transaction -> {
              boolean unused = delete();
              if (!unused) {
                transaction.setRollbackOnly();
              }
              return unused;
            }));
  }

  /** Looks in a second statement, which sees what those have committed whom the first awaited. */
  private boolean delete() {
    return database
        .sql("DELETE FROM command.secret WHERE name = 'master-key' RETURNING value")
        .query(byte[].class)
        .optional()
        .filter(key -> !hasSealedSomething(key))
        .isPresent();
  }

  private boolean hasSealedSomething(byte[] key) {
    return database
        .sql(
            """
            SELECT EXISTS (
              SELECT FROM (
                SELECT sealed_key AS sealed FROM command.customer_key
                UNION ALL SELECT value FROM command.secret WHERE name = 'lookup-key'
                UNION ALL SELECT answer FROM command.idempotency_key
                UNION ALL SELECT task_data FROM command.scheduled_tasks) AS all_sealed
               WHERE substring(sealed FROM 1 FOR length(:beginning)) = :beginning)
            """)
        .param("beginning", MasterKey.beginningOf(key))
        .query(Boolean.class)
        .single();
  }
}
