package io.slotkeeper.command.slot;

import io.slotkeeper.command.SnapshotFreeRepository;
import org.axonframework.common.lock.LockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlotConfiguration {

  @Bean
  SnapshotFreeRepository<Slot> slotRepository(
      org.axonframework.config.Configuration axon, LockFactory aggregateLocks) {
    return new SnapshotFreeRepository<>(Slot.class, axon, aggregateLocks);
  }
}
