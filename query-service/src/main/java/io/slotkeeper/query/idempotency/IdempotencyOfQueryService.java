package io.slotkeeper.query.idempotency;

import io.slotkeeper.platform.idempotency.IdempotencyConfiguration;
import io.slotkeeper.platform.idempotency.IdempotencyTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(IdempotencyConfiguration.class)
class IdempotencyOfQueryService {

  @Bean
  static IdempotencyTable idempotencyTable() {
    return new IdempotencyTable("query.idempotency_key");
  }
}
