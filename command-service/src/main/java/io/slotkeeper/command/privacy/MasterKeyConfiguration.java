package io.slotkeeper.command.privacy;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.privacy.PrivacyConfiguration;
import io.slotkeeper.platform.privacy.StoredMasterKey;
import io.slotkeeper.platform.security.StoredSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;

@Configuration(proxyBeanMethods = false)
@Import(PrivacyConfiguration.class)
class MasterKeyConfiguration {

  @Bean
  StoredMasterKey storedMasterKey(JdbcOperations database, Secrets secrets) {
    return StoredSecret.masterKey(database, secrets);
  }
}
