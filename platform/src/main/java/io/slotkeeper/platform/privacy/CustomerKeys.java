package io.slotkeeper.platform.privacy;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** Finds the keys of customers. Nothing is remembered, so that an erasure holds at once. */
public final class CustomerKeys {
  private final JdbcOperations database;
  private final MasterKey masterKey;

  /** Finds what this master key has sealed. */
  public CustomerKeys(JdbcOperations database, MasterKey masterKey) {
    this.database = database;
    this.masterKey = masterKey;
  }

  /** What opens these texts, as far as it is there; one statement for all. */
  public KeyRing of(Collection<Sealed> texts) {
    return find(texts, "");
  }

  /**
   * The same, and whoever erases one of these customers waits until this transaction has ended, so
   * that nothing is written down of somebody who is erased meanwhile.
   */
  public KeyRing hold(Collection<Sealed> texts) {
    return find(texts, " ORDER BY customer_id FOR KEY SHARE");
  }

  private KeyRing find(Collection<Sealed> texts, String rest) {
    var ids = texts.stream().map(text -> text.customerId().value()).distinct().toArray();
    Map<CustomerId, CustomerKey> keys = new HashMap<>();
    if (ids.length > 0) {
      database.query(
          "SELECT customer_id, sealed_key FROM command.customer_key WHERE customer_id = ANY (?)"
              + rest,
          (PreparedStatement statement) ->
              statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
          (ResultSet row) -> {
            var customerId = new CustomerId(row.getString(1));
            keys.put(customerId, open(customerId, row.getBytes(2)));
          });
    }
    return new KeyRing(keys);
  }

  private CustomerKey open(CustomerId customerId, byte[] sealed) {
    return new CustomerKey(customerId, masterKey.open(sealed, CustomerKey.purposeOf(customerId)));
  }
}
