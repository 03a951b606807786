package io.slotkeeper.platform.eventstore;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the event store, {@code slotkeeper.event-store.*}.
 *
 * @param tokenSchema whose tokens: {@code command} or {@code query}; no default
 * @param gapTimeout how long a reader waits for a missing number in the sequence; must be above the
 *     longest transaction that appends; default 10 s
 * @param batchSize events read at a time; default 500
 * @param lowestGlobalSequence number of the first event in the sequence; default 1
 * @param fetchDelay how often the store is polled, as the safety net under the wake-up; default 1 s
 * @param listen whether to wait for PostgreSQL's notifications; default true
 * @param notifyInterval least time between two notifications of other processes, and between two
 *     looks for new events by this one; default 20 ms
 * @param processorBatchSize events that a processor handles in one transaction; default 200
 * @param processorSegments segments of a new processor; default 1, which keeps the order of all
 *     events
 * @param tokenClaimInterval how often a processor looks for segments to claim, and after how long
 *     it goes on after an error at the earliest; default 1 s
 * @param tokenClaimTimeout silence after which a node loses its segments; default 10 s
 * @param nodeId owner of the claimed segments, different on every node; default {@code pid@host}
 */
@ConfigurationProperties("slotkeeper.event-store")
public record EventStoreSettings(
    TokenSchemaName tokenSchema,
    @DefaultValue("10s") Duration gapTimeout,
    @DefaultValue("500") int batchSize,
    @DefaultValue("1") long lowestGlobalSequence,
    @DefaultValue("1s") Duration fetchDelay,
    @DefaultValue("true") boolean listen,
    @DefaultValue("20ms") Duration notifyInterval,
    @DefaultValue("200") int processorBatchSize,
    @DefaultValue("1") int processorSegments,
    @DefaultValue("1s") Duration tokenClaimInterval,
    @DefaultValue("10s") Duration tokenClaimTimeout,
    @Nullable String nodeId) {

  // The binder knows no NullAway: a missing property arrives as null.
  public EventStoreSettings {
    if (tokenSchema == null) {
      throw new IllegalArgumentException(
          "slotkeeper.event-store.token-schema must be command or query");
    }
  }
}
