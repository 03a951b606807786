package io.slotkeeper.platform.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The master key. A service adds a bean of {@link StoredMasterKey}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
public class PrivacyConfiguration {
  private static final Logger log = LoggerFactory.getLogger(PrivacyConfiguration.class);

  @Bean
  MasterKey masterKey(PrivacySettings settings, StoredMasterKey stored) {
    var keys = new ArrayList<byte[]>();
    if (settings.current().isPresent()) {
      keys.add(settings.current().get());
      // What was sealed before there was a setting must still be opened.
      stored.find().ifPresent(key -> addOnce(keys, key));
    } else {
      log.warn(
          "No slotkeeper.privacy.master-key is set: the key is in the database, beside what it seals");
      keys.add(stored.need());
    }
    settings.previous().forEach(key -> addOnce(keys, key));
    return new MasterKey(keys);
  }

  @Bean
  CustomerKeys customerKeys(JdbcOperations database, MasterKey masterKey) {
    return new CustomerKeys(database, masterKey);
  }

  private static void addOnce(List<byte[]> keys, byte[] key) {
    if (keys.stream().noneMatch(known -> Arrays.equals(known, key))) {
      keys.add(key);
    }
  }
}
