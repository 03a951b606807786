package io.slotkeeper.command.privacy;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The customers of businesses, each with a key. An erasure waits until whoever holds or makes a key
 * has ended the transaction, and what comes after an erasure finds no key.
 */
@Component
public class Customers {
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

  /**
   * A new key, since whoever books has shown no right to what others said under the same number.
   *
   * @param phone by which the business can have it erased
   */
  public CustomerKey add(BusinessId businessId, PhoneNumber phone) {
    generated.hold();
    var customerId = ids.newCustomerId();
    var key = secrets.newBytes();
    database
        .sql(
            """
            INSERT INTO command.customer_key
                   (customer_id, business_id, phone_hash, sealed_key, created_at)
            VALUES (:id, :business, :hash, :key, :at)
            """)
        .param("id", customerId.value())
        .param("business", businessId.value())
        .param("hash", hash(businessId, phone))
        .param("key", masterKey.seal(key, CustomerKey.purposeOf(customerId)))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return new CustomerKey(customerId, key);
  }

  /** Deletes the keys of all who booked with this number; whose they were. */
  public List<CustomerId> erase(BusinessId businessId, PhoneNumber phone) {
    return database
        .sql(
            """
            DELETE FROM command.customer_key WHERE business_id = :business AND phone_hash = :hash
            RETURNING customer_id
            """)
        .param("business", businessId.value())
        .param("hash", hash(businessId, phone))
        .query(String.class)
        .list()
        .stream()
        .map(CustomerId::new)
        .toList();
  }

  /** Deletes a customer's key; whether there was one. */
  public boolean erase(CustomerId customerId) {
    return database
            .sql("DELETE FROM command.customer_key WHERE customer_id = :id")
            .param("id", customerId.value())
            .update()
        == 1;
  }

  private byte[] hash(BusinessId businessId, PhoneNumber phone) {
    return hashes.of("customer/1:" + businessId, phone);
  }
}
