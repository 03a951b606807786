package io.slotkeeper.command.privacy;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals anew what an earlier master key has sealed, each row by itself and only as long as it is
 * what was read, so that nodes may do the same at the same time. Messages that wait in tasks are
 * left to be done.
 */
@Component
class MasterKeyRotation {
  private static final Logger log = LoggerFactory.getLogger(MasterKeyRotation.class);
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final GeneratedKey generated;

  MasterKeyRotation(JdbcClient database, MasterKey masterKey, GeneratedKey generated) {
    this.database = database;
    this.masterKey = masterKey;
    this.generated = generated;
  }

  /**
   * Seals all that there is, but never under the generated key, which another node may be about to
   * delete. The generated key is deleted by a run that finds nothing to do: the nodes that still
   * use it have had the time since the run before to be started anew, and fail where they have not.
   */
  void run() {
    if (!generated.isReplaced()) {
      return;
    }
    int sealed = lookupKey() + customerKeys();
    if (sealed > 0) {
      log.info("{} keys are sealed by the current master key now", sealed);
    } else if (generated.deleteIfUnused()) {
      log.info("Nothing is left under the generated master key, and it is deleted");
    }
  }

  private int lookupKey() {
    return database
        .sql("SELECT value FROM command.secret WHERE name = :name")
        .param("name", LookupKey.NAME)
        .query(byte[].class)
        .optional()
        .filter(stored -> !masterKey.isCurrent(stored))
        .map(
            stored ->
                database
                    .sql(
                        """
                        UPDATE command.secret SET value = :new WHERE name = :name AND value = :old
                        """)
                    .param("new", anew(stored, LookupKey.PURPOSE))
                    .param("name", LookupKey.NAME)
                    .param("old", stored)
                    .update())
        .orElse(0);
  }

  private int customerKeys() {
    int sealed = 0;
    var after = "";
    for (var batch = batch(after); !batch.isEmpty(); batch = batch(after)) {
      for (var row : batch) {
        sealed += seal(row);
      }
      after = batch.getLast().customerId();
    }
    return sealed;
  }

  private List<KeyRow> batch(String after) {
    return database
        .sql(
            """
            SELECT customer_id, sealed_key AS sealed FROM command.customer_key
             WHERE customer_id > :after
               AND substring(sealed_key FROM 1 FOR length(:current)) <> :current
             ORDER BY customer_id LIMIT :most
            """)
        .param("current", masterKey.beginning())
        .param("after", after)
        .param("most", BATCH)
        .query((row, number) -> new KeyRow(row.getString(1), row.getBytes(2)))
        .list();
  }

  private int seal(KeyRow row) {
    var purpose = CustomerKey.purposeOf(new CustomerId(row.customerId()));
    return database
        .sql(
            """
            UPDATE command.customer_key SET sealed_key = :new
             WHERE customer_id = :id AND sealed_key = :old
            """)
        .param("new", anew(row.sealed(), purpose))
        .param("id", row.customerId())
        .param("old", row.sealed())
        .update();
  }

  private byte[] anew(byte[] sealed, String purpose) {
    return masterKey.seal(masterKey.open(sealed, purpose), purpose);
  }

  /** A row of the table of keys. */
  @SuppressWarnings("ArrayRecordComponent")
  private record KeyRow(String customerId, byte[] sealed) {}
}
