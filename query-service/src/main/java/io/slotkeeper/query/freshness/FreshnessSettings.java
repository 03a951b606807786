package io.slotkeeper.query.freshness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of consistency tokens, {@code slotkeeper.freshness.*}.
 *
 * @param mostWaiting requests of one node that may wait for a projection at once; more are told at
 *     once that it is behind; default 1000
 */
@ConfigurationProperties("slotkeeper.freshness")
record FreshnessSettings(@DefaultValue("1000") int mostWaiting) {}
