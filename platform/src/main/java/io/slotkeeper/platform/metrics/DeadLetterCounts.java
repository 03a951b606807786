package io.slotkeeper.platform.metrics;

import io.slotkeeper.platform.eventstore.EventStoreSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.EventProcessingModule;
import org.springframework.jdbc.core.JdbcOperations;

/** How many letters wait in each group of the service. */
final class DeadLetterCounts {
  private final JdbcOperations jdbc;
  private final EventProcessingModule processing;
  private final String sql;

  DeadLetterCounts(
      JdbcOperations jdbc, EventProcessingModule processing, EventStoreSettings settings) {
    this.jdbc = jdbc;
    this.processing = processing;
    this.sql =
        "SELECT processingGroup, count(*) AS letters FROM %s.DeadLetterEntry GROUP BY processingGroup"
            .formatted(settings.tokenSchema().schema());
  }

  /** Those that may have letters: sagas have none. */
  Set<String> groups() {
    var groups = new TreeSet<>(processing.eventProcessors().keySet());
    processing.sagaConfigurations().forEach(saga -> groups.remove(saga.processingGroup()));
    return groups;
  }

  /** Those that have any. */
  Map<String, Long> now() {
    var counts = new HashMap<String, Long>();
    jdbc.query(
        sql,
        row -> {
          counts.put(row.getString("processingGroup"), row.getLong("letters"));
        });
    return counts;
  }
}
