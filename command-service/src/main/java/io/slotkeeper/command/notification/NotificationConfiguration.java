package io.slotkeeper.command.notification;

import io.slotkeeper.command.SnapshotFreeRepository;
import org.axonframework.common.lock.LockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  /** Named by the aggregate, so that Axon takes it for single notifications as well. */
  @Bean
  SnapshotFreeRepository<Notification> notificationRepository(
      org.axonframework.config.Configuration axon, LockFactory aggregateLocks) {
    return new SnapshotFreeRepository<>(Notification.class, axon, aggregateLocks);
  }
}
