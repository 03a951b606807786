package io.slotkeeper.platform.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of metrics, {@code slotkeeper.metrics.*}.
 *
 * @param interval how often the positions of processors and the numbers of dead letters are read
 *     from the database; default 5 s
 */
@ConfigurationProperties("slotkeeper.metrics")
public record MetricsSettings(@DefaultValue("5s") Duration interval) {}
