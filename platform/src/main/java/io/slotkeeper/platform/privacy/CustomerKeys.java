package io.slotkeeper.platform.privacy;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Finds the keys of customers. Nothing is remembered, so that an erasure holds at once. */
public final class CustomerKeys {
  private static final String HELD = " ORDER BY customer_id FOR KEY SHARE";

  private final JdbcOperations database;
  private final MasterKey masterKey;

  /** Finds what this master key has sealed. */
  public CustomerKeys(JdbcOperations database, MasterKey masterKey) {
    this.database = database;
    this.masterKey = masterKey;
  }

  /** What opens these texts, as far as it is there; one statement for all. */
  public KeyRing of(Collection<Sealed> texts) {
    return new KeyRing(find(idsOf(texts), ""));
  }

  /**
   * The same, and whoever erases one of these customers waits until this transaction has ended, so
   * that nothing is written down of somebody who is erased meanwhile.
   */
  public KeyRing hold(Collection<Sealed> texts) {
    return new KeyRing(find(idsOf(texts), HELD));
  }

  /** The same for one customer; empty where the key was erased. */
  public Optional<CustomerKey> hold(CustomerId customerId) {
    return Optional.ofNullable(find(Set.of(customerId), HELD).get(customerId));
  }

  private static Set<CustomerId> idsOf(Collection<Sealed> texts) {
    return texts.stream().map(Sealed::customerId).collect(Collectors.toSet());
  }

  private Map<CustomerId, CustomerKey> find(Set<CustomerId> customers, String rest) {
    var ids = customers.stream().map(CustomerId::value).toArray();
    Map<CustomerId, CustomerKey> keys = new HashMap<>();
    if (ids.length > 0) {
      database.query(
          // In a query of its own their number makes no difference, and PostgreSQL keeps its plan.
          "SELECT customer_id, sealed_key FROM command.customer_key"
              + " WHERE customer_id = ANY ((SELECT ?)::text[])"
              + rest,
          (PreparedStatement statement) ->
              statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
          (ResultSet row) -> {
            var customerId = new CustomerId(row.getString(1));
            keys.put(customerId, open(customerId, row.getBytes(2)));
          });
    }
    return keys;
  }

  private CustomerKey open(CustomerId customerId, byte[] sealed) {
    return new CustomerKey(customerId, masterKey.open(sealed, CustomerKey.purposeOf(customerId)));
  }
}
