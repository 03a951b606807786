package io.slotkeeper.query.projection;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** Where processors are, whichever node runs them. */
@Component
public class Positions {
  private static final GapAwareTrackingToken BEGINNING =
      GapAwareTrackingToken.newInstance(-1, Set.of());

  /**
   * In two parts, each of which the primary key finds. By families, so that an event that this
   * version does not know is not taken for handled.
   */
  private static final String HANDLED_UP_TO =
      """
      SELECT coalesce(least(
        (SELECT globalIndex FROM command.DomainEventEntry
          WHERE split_part(payloadType, '.', 1) = ANY (?) AND globalIndex > ? AND globalIndex <= ?
          ORDER BY globalIndex LIMIT 1),
        (SELECT min(globalIndex) FROM command.DomainEventEntry
          WHERE split_part(payloadType, '.', 1) = ANY (?) AND globalIndex = ANY (?))) - 1, ?)
      """;

  private final JdbcOperations jdbc;
  private final Serializer serializer;

  Positions(JdbcOperations jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  /** The positions of all processors that have begun, as they are committed now. */
  public Map<String, Position> now() {
    Map<String, List<GapAwareTrackingToken>> segments = new HashMap<>();
    jdbc.query(
        "SELECT processorName, token, tokenType FROM query.TokenEntry",
        row -> {
          segments
              .computeIfAbsent(row.getString("processorName"), any -> new ArrayList<>())
              .add(token(row));
        });
    Map<String, Position> positions = new HashMap<>();
    segments.forEach((name, tokens) -> positions.put(name, Position.of(tokens)));
    return positions;
  }

  /** The position of one processor. */
  public Position of(String processor) {
    return now().getOrDefault(processor, Position.START);
  }

  /**
   * The number up to which all of these contain every event; -1 where one has none. Read before
   * their rows, it is true of them.
   */
  public long contained(Collection<String> processors) {
    var now = now();
    return processors.stream()
        .mapToLong(name -> now.getOrDefault(name, Position.START).complete())
        .min()
        .orElse(Position.START.complete());
  }

  /** The number of the newest event; 0 where there is none. */
  public long newest() {
    return Objects.requireNonNullElse(
        jdbc.queryForObject("SELECT max(globalIndex) FROM command.DomainEventEntry", Long.class),
        0L);
  }

  /**
   * Whether a processor that is at a position has handled all events of a projection up to a number
   * that can be seen now. What lies between is mostly of other kinds, and does not move its token.
   */
  public boolean hasHandled(Projection<?, ?> projection, Position position, long upTo) {
    return handledUpTo(projection, position, upTo) >= upTo;
  }

  /**
   * The number up to which a processor that is at a position has handled all events of a
   * projection, as far as a number that can be seen now.
   */
  public long handledUpTo(Projection<?, ?> projection, Position position, long upTo) {
    if (position.index() >= upTo && position.gaps().isEmpty()) {
      return upTo;
    }
    var families = families(projection).toArray();
    var gaps = position.gaps().stream().filter(gap -> gap <= upTo).toArray();
    return Objects.requireNonNull(
        jdbc.query(
            HANDLED_UP_TO,
            statement -> {
              var connection = statement.getConnection();
              var kinds = connection.createArrayOf("text", families);
              statement.setArray(1, kinds);
              statement.setLong(2, position.index());
              statement.setLong(3, upTo);
              statement.setArray(4, kinds);
              statement.setArray(5, connection.createArrayOf("bigint", gaps));
              statement.setLong(6, upTo);
            },
            (ResultSetExtractor<Long>) Positions::number));
  }

  /** What the names begin with of all events that a projection may be concerned by. */
  public static Set<String> families(Projection<?, ?> projection) {
    return EventCatalog.entries().stream()
        .filter(entry -> projection.events().isAssignableFrom(entry.type()))
        .map(entry -> EventNames.family(entry.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Long number(ResultSet row) throws SQLException {
    row.next();
    return row.getLong(1);
  }

  private GapAwareTrackingToken token(ResultSet row) throws SQLException {
    var stored = row.getBytes("token");
    if (stored == null) {
      return BEGINNING;
    }
    TrackingToken token =
        serializer.deserialize(
            new SimpleSerializedObject<>(stored, byte[].class, row.getString("tokenType"), null));
    return WrappedToken.unwrap(token, GapAwareTrackingToken.class).orElse(BEGINNING);
  }
}
