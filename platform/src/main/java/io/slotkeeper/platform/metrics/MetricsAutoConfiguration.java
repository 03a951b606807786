package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.slotkeeper.platform.eventstore.EventProcessing;
import io.slotkeeper.platform.eventstore.EventStoreSettings;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;

/** What is measured wherever there are events. */
@AutoConfiguration(
    before = AxonAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
    })
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
@ConditionalOnBean(MeterRegistry.class)
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsAutoConfiguration {

  @Bean
  static MeterFilter superfluousMeters() {
    return MeterFilter.deny(id -> MessageMetrics.SUPERFLUOUS.contains(id.getName()));
  }

  @Bean
  ConfigurerModule messageMetrics(MeterRegistry meters, EventNames names) {
    return new MessageMetrics(meters, names);
  }

  @Bean
  ProcessorMeters processorMeters(
      MeterRegistry meters,
      EventProcessing processing,
      JdbcOperations jdbc,
      Serializer serializer,
      EventNames names,
      EventStoreSettings eventStore,
      MetricsSettings settings,
      Clock clock) {
    return new ProcessorMeters(
        meters,
        processing,
        new ProcessorReadings(jdbc, serializer, processing, names, eventStore, clock),
        new DeadLetterCounts(jdbc, processing, eventStore),
        settings);
  }

  @Bean
  @ConditionalOnWebApplication
  MetricsController metricsController(
      @Value("${spring.application.name:slotkeeper}") String service,
      JdbcOperations jdbc,
      MeterRegistry meters,
      Clock clock) {
    return new MetricsController(
        service, new EventCounts(jdbc, clock), new NodeMetrics(meters, clock.instant()), clock);
  }
}
