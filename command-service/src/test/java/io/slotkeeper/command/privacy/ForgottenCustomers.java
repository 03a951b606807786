package io.slotkeeper.command.privacy;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.privacy.PrivacySettings;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Seals what customers say and keeps no key: for histories in which nobody reads it again. */
public final class ForgottenCustomers extends Customers {

  private final Ids ids;
  private final byte[] key;

  public ForgottenCustomers(MasterKey masterKey, Ids ids, Clock clock) {
    this(JdbcClient.create(new DriverManagerDataSource()), masterKey, ids, Secrets.create(), clock);
  }

  private ForgottenCustomers(
      JdbcClient nowhere, MasterKey masterKey, Ids ids, Secrets secrets, Clock clock) {
    super(
        nowhere,
        masterKey,
        new GeneratedKey(
            nowhere,
            TransactionOperations.withoutTransaction(),
            masterKey,
            new PrivacySettings(null, List.of())),
        new PhoneHashes(secrets.newBytes()),
        ids,
        secrets,
        clock);
    this.ids = ids;
    this.key = secrets.newBytes();
  }

  @Override
  public CustomerKey add(BusinessId businessId, PhoneNumber phone) {
    return new CustomerKey(ids.newCustomerId(), key);
  }
}
