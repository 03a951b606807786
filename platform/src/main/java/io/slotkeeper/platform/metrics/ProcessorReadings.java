package io.slotkeeper.platform.metrics;

import io.slotkeeper.platform.eventstore.EventProcessing;
import io.slotkeeper.platform.eventstore.EventStoreSettings;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads how far processors are from their tokens and from the store. */
final class ProcessorReadings {
  /** All in one statement, so that no token is ahead of the head. */
  private static final String SEGMENTS =
      """
      SELECT processorName, token, tokenType,
             owner IS NOT NULL AND timestamp::timestamptz > now() - ? * interval '1 ms' AS claimed,
             (SELECT coalesce(max(globalIndex), 0) FROM command.DomainEventEntry) AS head
        FROM %s
      """;

  /** In two parts, each of which the primary key finds. */
  private static final String WAITING =
      """
      SELECT timeStamp FROM (
        (SELECT globalIndex, timeStamp FROM command.DomainEventEntry
          WHERE payloadType = ANY (?) AND globalIndex > ? AND globalIndex <= ?
          ORDER BY globalIndex LIMIT 1)
        UNION ALL
        (SELECT globalIndex, timeStamp FROM command.DomainEventEntry
          WHERE payloadType = ANY (?) AND globalIndex = ANY (?)
          ORDER BY globalIndex LIMIT 1)) waiting
       ORDER BY globalIndex LIMIT 1
      """;

  private final JdbcOperations jdbc;
  private final Serializer serializer;
  private final EventProcessing processing;
  private final EventNames names;
  private final Clock clock;
  private final Duration claimTimeout;
  private final String segmentsSql;

  ProcessorReadings(
      JdbcOperations jdbc,
      Serializer serializer,
      EventProcessing processing,
      EventNames names,
      EventStoreSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.serializer = serializer;
    this.processing = processing;
    this.names = names;
    this.clock = clock;
    this.claimTimeout = settings.tokenClaimTimeout();
    this.segmentsSql = SEGMENTS.formatted(settings.tokenSchema().table());
  }

  /** The readings of these processors; of one that has no token yet there is none. */
  Map<String, ProcessorReading> now(Set<String> processors) {
    var segments =
        jdbc.query(segmentsSql, (row, number) -> segment(row), claimTimeout.toMillis()).stream()
            .filter(segment -> processors.contains(segment.processor()))
            .collect(Collectors.groupingBy(Segment::processor));
    var readings = new HashMap<String, ProcessorReading>();
    segments.forEach((name, all) -> readings.put(name, reading(name, all)));
    return readings;
  }

  private ProcessorReading reading(String processor, List<Segment> segments) {
    long head = segments.getFirst().head();
    long index = segments.stream().mapToLong(Segment::index).min().orElseThrow();
    var gaps = segments.stream().flatMap(each -> each.gaps().stream()).collect(Collectors.toSet());
    gaps.removeIf(gap -> gap > index);
    int claimed = (int) segments.stream().filter(Segment::claimed).count();
    var waits = oldestWaiting(processor, index, gaps, head);
    return waits == null
        ? new ProcessorReading(0, 0, claimed, segments.size() - claimed)
        : new ProcessorReading(
            Math.max(1, head - index), age(waits), claimed, segments.size() - claimed);
  }

  private double age(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private @Nullable Instant oldestWaiting(
      String processor, long index, Collection<Long> gaps, long head) {
    if (index >= head && gaps.isEmpty()) {
      return null;
    }
    var kinds =
        names.all().stream()
            .filter(name -> processing.handles(processor, name.type()))
            .map(EventName::name)
            .toArray(String[]::new);
    return jdbc.query(
        WAITING,
        statement -> {
          var connection = statement.getConnection();
          var types = connection.createArrayOf("text", kinds);
          statement.setArray(1, types);
          statement.setLong(2, index);
          statement.setLong(3, head);
          statement.setArray(4, types);
          statement.setArray(5, connection.createArrayOf("bigint", gaps.toArray()));
        },
        (ResultSet row) -> row.next() ? Instant.parse(row.getString(1)) : null);
  }

  private Segment segment(ResultSet row) throws SQLException {
    var token = token(row);
    return new Segment(
        row.getString("processorName"),
        row.getLong("head"),
        token == null ? -1 : token.getIndex(),
        token == null ? Set.of() : new HashSet<>(token.getGaps()),
        row.getBoolean("claimed"));
  }

  private @Nullable GapAwareTrackingToken token(ResultSet row) throws SQLException {
    var stored = row.getBytes("token");
    if (stored == null) {
      return null;
    }
    TrackingToken token =
        serializer.deserialize(
            new SimpleSerializedObject<>(stored, byte[].class, row.getString("tokenType"), null));
    return WrappedToken.unwrap(token, GapAwareTrackingToken.class).orElse(null);
  }
}
