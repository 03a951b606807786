package io.slotkeeper.query.slot.stream;

import io.slotkeeper.platform.eventstore.wakeup.ChannelListener;
import io.slotkeeper.platform.eventstore.wakeup.NotificationConnections;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.projection.ChangeWatcher;
import io.slotkeeper.query.slot.TouchedSlot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Connects the feed with the projections that it follows and with PostgreSQL's notifications. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {
  // The last before the commit: from then on all other projections wait for this transaction.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  static ChangeWatcher<TouchedSlot> slotAnnouncements(Announcements announcements) {
    return changes -> {
      announcements.ofSlots(changes);
      return () -> {};
    };
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  static ChangeWatcher<BusinessRow> businessAnnouncements(Announcements announcements) {
    return changes -> {
      announcements.ofBusinesses(changes);
      return () -> {};
    };
  }

  @Bean
  static SlotStream.Feed feed(
      SlotChangeTable table,
      Doorway doorway,
      StreamEvents events,
      StreamMeters meters,
      StreamSettings settings) {
    return new SlotStream.Feed(table, doorway, events, meters, settings);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "slotkeeper.event-store.listen", matchIfMissing = true)
  static ChannelListener slotChangeListener(
      NotificationConnections connections, Dispatcher dispatcher) {
    return new ChannelListener(
        connections, Announcements.CHANNEL, "stream-listener", dispatcher::wakeUp);
  }
}
