package io.slotkeeper.query.slot.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slotkeeper.stream.*}.
 *
 * @param retention how far back a stream can be resumed; default 24 h
 * @param heartbeat silence after which a comment is sent, which also finds those who are gone;
 *     default 15 s
 * @param mostListeners streams that are open on one node at most; default 2000
 */
@ConfigurationProperties("slotkeeper.stream")
record StreamSettings(
    @DefaultValue("24h") Duration retention,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("2000") int mostListeners) {}
