package io.slotkeeper.command.booking;

import io.slotkeeper.command.SnapshotFreeRepository;
import org.axonframework.common.lock.LockFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

  @Bean
  SnapshotFreeRepository<Booking> bookingRepository(
      org.axonframework.config.Configuration axon, LockFactory aggregateLocks) {
    return new SnapshotFreeRepository<>(Booking.class, axon, aggregateLocks);
  }
}
