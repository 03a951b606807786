package io.slotkeeper.command.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.privacy.PrivacyConfiguration;
import io.slotkeeper.platform.privacy.StoredMasterKey;
import io.slotkeeper.platform.security.StoredSecret;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@Import(PrivacyConfiguration.class)
class MasterKeyConfiguration {
  private static final Duration BETWEEN_ROTATIONS = Duration.ofHours(1);

  @Bean
  StoredMasterKey storedMasterKey(JdbcOperations database, Secrets secrets) {
    return StoredSecret.masterKey(database, secrets);
  }

  @Bean
  RecurringTask<Void> masterKeyRotationTask(MasterKeyRotation rotation) {
    return Tasks.recurring("master-key-rotation", FixedDelay.of(BETWEEN_ROTATIONS))
        .execute((task, context) -> rotation.run());
  }

  @Bean
  PhoneHashes phoneHashes(
      JdbcOperations database,
      TransactionOperations transactions,
      MasterKey masterKey,
      GeneratedKey generated,
      Secrets secrets) {
    return new PhoneHashes(
        transactions.<byte[]>execute(
            transaction -> {
              generated.hold();
              return LookupKey.need(database, masterKey, secrets);
            }));
  }
}
