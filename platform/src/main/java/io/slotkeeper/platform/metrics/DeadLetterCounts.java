package io.slotkeeper.platform.metrics;

import io.slotkeeper.platform.eventstore.EventStoreSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.EventProcessingModule;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How many letters wait in each group of the service. To count a million takes both processors of a
 * small machine from whoever commits meanwhile, so the more there are the less often it is done.
 */
final class DeadLetterCounts {
  /** Letters that are counted for each time that it is asked. */
  private static final long EACH_TIME = 100_000;

  private final JdbcOperations jdbc;
  private final EventProcessingModule processing;
  private final String sql;
  private Map<String, Long> last = Map.of();
  private long passes;

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

  /** Those that have any, as they were when they were last counted. */
  synchronized Map<String, Long> now() {
    if (passes == 0) {
      last = count();
      passes = last.values().stream().mapToLong(Long::longValue).sum() / EACH_TIME;
    } else {
      passes--;
    }
    return last;
  }

  private Map<String, Long> count() {
    var counts = new HashMap<String, Long>();
    jdbc.query(
        sql,
        row -> {
          counts.put(row.getString("processingGroup"), row.getLong("letters"));
        });
    return counts;
  }
}
