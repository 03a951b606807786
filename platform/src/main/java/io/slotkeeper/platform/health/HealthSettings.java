package io.slotkeeper.platform.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of health, {@code slotkeeper.health.*}.
 *
 * @param interval how often each part is looked at; default 1 s
 * @param patience after which a part that does not answer counts as not working; default 2 s
 */
@ConfigurationProperties("slotkeeper.health")
public record HealthSettings(
    @DefaultValue("1s") Duration interval, @DefaultValue("2s") Duration patience) {}
