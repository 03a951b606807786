package io.slotkeeper.query.freshness;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Finds what a token names in the event store. The event that it names need not be the last of its
 * command: a confirmation is followed by the event of its slot. What was appended with it was
 * inserted by the same transaction ({@code xmin}). A store that was restored from a dump has one
 * for all; that makes a caller wait for a little more than needed.
 */
@Component
final class WantedStates {
  /** Above the events of one transaction and of those that run beside it; bounds the look-up. */
  private static final int NEIGHBOURHOOD = 200;

  private static final String APPENDED_TOGETHER =
      """
      SELECT other.globalIndex, other.aggregateIdentifier, other.sequenceNumber
        FROM command.DomainEventEntry named
        JOIN command.DomainEventEntry other
          ON other.globalIndex BETWEEN named.globalIndex - %1$d AND named.globalIndex + %1$d
         AND other.xmin = named.xmin
       WHERE named.aggregateIdentifier = ? AND named.sequenceNumber = ?
      """
          .formatted(NEIGHBOURHOOD);

  private final JdbcOperations jdbc;

  WantedStates(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the token names; empty where that has never been. A command is answered after its commit,
   * so a genuine token names what can be seen.
   */
  Optional<WantedState> of(ConsistencyToken token) {
    var changed = new ArrayList<ConsistencyToken>();
    var last = new long[1];
    jdbc.query(
        APPENDED_TOGETHER,
        row -> {
          last[0] = Math.max(last[0], row.getLong(1));
          changed.add(new ConsistencyToken(row.getString(2), row.getLong(3)));
        },
        token.aggregateId(),
        token.version());
    return changed.isEmpty() ? Optional.empty() : Optional.of(new WantedState(last[0], changed));
  }
}
