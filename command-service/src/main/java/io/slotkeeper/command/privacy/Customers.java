package io.slotkeeper.command.privacy;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The customers of businesses, each with a key. Whoever uses a key here holds it: an erasure waits
 * until the transaction has ended, and what comes after an erasure finds no key.
 */
@Component
public class Customers {
  private static final String FOUND =
      "SELECT customer_id, sealed_key FROM command.customer_key WHERE ";

  /** Each further try follows somebody's erasure between two statements. */
  private static final int TRIES = 5;

  private final JdbcClient database;
  private final MasterKey masterKey;
  private final GeneratedKey generated;
  private final PhoneHashes hashes;
  private final Ids ids;
  private final Secrets secrets;
  private final Clock clock;

  Customers(
      JdbcClient database,
      MasterKey masterKey,
      GeneratedKey generated,
      PhoneHashes hashes,
      Ids ids,
      Secrets secrets,
      Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.generated = generated;
    this.hashes = hashes;
    this.ids = ids;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The key of the customer with this number; a new customer's where there is none. */
  public CustomerKey need(BusinessId businessId, PhoneNumber phone) {
    var hash = hash(businessId, phone);
    for (int i = 0; i < TRIES; i++) {
      var known =
          database
              .sql(FOUND + "business_id = :business AND phone_hash = :hash FOR KEY SHARE")
              .param("business", businessId.value())
              .param("hash", hash)
              .query(this::key)
              .optional();
      var key = known.or(() -> add(businessId, hash));
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new IllegalStateException("A customer is erased again and again");
  }

  /** The key of a customer; empty where it was erased. */
  public Optional<CustomerKey> find(CustomerId customerId) {
    return database
        .sql(FOUND + "customer_id = :id FOR KEY SHARE")
        .param("id", customerId.value())
        .query(this::key)
        .optional();
  }

  /** Deletes the key of the customer with this number; whose it was, if there was one. */
  public Optional<CustomerId> erase(BusinessId businessId, PhoneNumber phone) {
    return database
        .sql(
            """
            DELETE FROM command.customer_key WHERE business_id = :business AND phone_hash = :hash
            RETURNING customer_id
            """)
        .param("business", businessId.value())
        .param("hash", hash(businessId, phone))
        .query(String.class)
        .optional()
        .map(CustomerId::new);
  }

  /** Deletes a customer's key; whether there was one. */
  public boolean erase(CustomerId customerId) {
    return database
            .sql("DELETE FROM command.customer_key WHERE customer_id = :id")
            .param("id", customerId.value())
            .update()
        == 1;
  }

  /** Empty where another transaction was faster. */
  private Optional<CustomerKey> add(BusinessId businessId, byte[] hash) {
    generated.hold();
    var customerId = ids.newCustomerId();
    var key = secrets.newBytes();
    int added =
        database
            .sql(
                """
                INSERT INTO command.customer_key
                       (customer_id, business_id, phone_hash, sealed_key, created_at)
                VALUES (:id, :business, :hash, :key, :at) ON CONFLICT DO NOTHING
                """)
            .param("id", customerId.value())
            .param("business", businessId.value())
            .param("hash", hash)
            .param("key", masterKey.seal(key, CustomerKey.purposeOf(customerId)))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    return added == 1 ? Optional.of(new CustomerKey(customerId, key)) : Optional.empty();
  }

  private CustomerKey key(ResultSet row, int number) throws SQLException {
    var customerId = new CustomerId(row.getString("customer_id"));
    return new CustomerKey(
        customerId, masterKey.open(row.getBytes("sealed_key"), CustomerKey.purposeOf(customerId)));
  }

  private byte[] hash(BusinessId businessId, PhoneNumber phone) {
    return hashes.of("customer/1:" + businessId, phone);
  }
}
