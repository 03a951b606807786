package io.slotkeeper.command.business;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Snapshots of businesses, the one kind of stream that grows as long as there is a business. */
@Configuration(proxyBeanMethods = false)
class BusinessSnapshots {

  /** The bean that {@link Business} names. */
  static final String TRIGGER = "businessSnapshotTrigger";

  /** Events that a load may read before the next command leaves a snapshot. */
  static final int THRESHOLD = 100;

  @Bean(TRIGGER)
  SnapshotTriggerDefinition businessSnapshotTrigger(Snapshotter snapshotter) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, THRESHOLD);
  }
}
