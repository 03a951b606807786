package io.slotkeeper.platform.eventstore;

import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Orders Axon's auto-configurations after those of Spring Boot 4 that they look for. Axon 4.13
 * names the classes of Boot 3, so without this it finds no data source and quietly starts in
 * memory.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
    },
    before = {
      JdbcAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      NoOpTransactionAutoConfiguration.class,
      MicrometerMetricsAutoConfiguration.class
    })
class AxonOrderAutoConfiguration {}
