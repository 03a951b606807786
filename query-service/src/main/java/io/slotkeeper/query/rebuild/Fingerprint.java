package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Projection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a generation holds, in two numbers.
 *
 * @param rows how many there are
 * @param checksum the same for the same rows, in whatever order
 */
record Fingerprint(long rows, BigDecimal checksum) {

  /** Of every column: where the rules are the same, everything must be. */
  static final String WHOLE_ROWS = "t";

  /**
   * Of a table, in the snapshot of this connection. Rows that wait for a dead letter are left out:
   * what was put aside, or given up, is no difference.
   */
  static Fingerprint of(
      Connection connection, String table, Projection<?, ?> projection, String compared)
      throws SQLException {
    var sql =
        """
        SELECT count(*), coalesce(sum(hashtextextended(CAST((%1$s) AS text), 0)::numeric), 0)
          FROM %2$s t
         WHERE NOT EXISTS (
               SELECT 1 FROM query.DeadLetterEntry letter
                WHERE letter.processingGroup = ? AND letter.sequenceIdentifier = t.%3$s)
           AND NOT EXISTS (
               SELECT 1 FROM query.given_up
                WHERE given_up.projection = ? AND given_up.aggregate_id = t.%3$s)
        """
            .formatted(compared, table, projection.table().key());
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, projection.name());
      statement.setString(2, projection.name());
      try (var result = statement.executeQuery()) {
        result.next();
        return new Fingerprint(result.getLong(1), result.getBigDecimal(2));
      }
    }
  }

  /** Of key and version alone: what new rules may not change either. */
  static String keyAndVersion(Projection<?, ?> projection) {
    return "t.%s, t.version".formatted(projection.table().key());
  }

  @Override
  public String toString() {
    return "%d rows with checksum %s".formatted(rows, checksum.toPlainString());
  }
}
