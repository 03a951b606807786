package io.slotkeeper.command.customer;

import io.slotkeeper.command.SnapshotFreeRepository;
import org.axonframework.common.lock.LockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
  @Bean
  SnapshotFreeRepository<ErasedCustomer> erasedCustomerRepository(
      org.axonframework.config.Configuration axon, LockFactory aggregateLocks) {
    return new SnapshotFreeRepository<>(ErasedCustomer.class, axon, aggregateLocks);
  }
}
