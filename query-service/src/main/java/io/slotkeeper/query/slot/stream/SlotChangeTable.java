package io.slotkeeper.query.slot.stream;

import io.slotkeeper.query.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and shortens the table {@code query.slot_change}, which {@link Announcements} fill. */
@Component
class SlotChangeTable {
  private final JdbcClient jdbc;

  SlotChangeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Span span() {
    return jdbc.sql(
            """
            SELECT coalesce(min(seq), 0) AS oldest, coalesce(max(seq), 0) AS newest
              FROM query.slot_change
            """)
        .query((row, number) -> new Span(row.getLong("oldest"), row.getLong("newest")))
        .single();
  }

  /** What comes next, whosever it is. */
  List<SlotChange> after(long seq, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM query.slot_change
             WHERE seq > :after ORDER BY seq LIMIT :limit
            """)
        .param("after", seq)
        .param("limit", limit)
        .query(SlotChangeTable::row)
        .list();
  }

  /** What comes next of one business, up to a place that is included. */
  List<SlotChange> of(String businessId, long after, long upTo, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM query.slot_change
             WHERE business_id = :business AND seq > :after AND seq <= :upTo
             ORDER BY seq LIMIT :limit
            """)
        .param("business", businessId)
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(SlotChangeTable::row)
        .list();
  }

  /**
   * Deletes what is older, from the beginning on. The last such row stays: it says that nothing
   * after it is gone.
   *
   * @return how many rows are gone; if that is the limit, there may be more to delete
   */
  int deleteBefore(Instant instant, int limit) {
    return jdbc.sql(
            """
            DELETE FROM query.slot_change
             WHERE seq < (SELECT max(seq)
                            FROM (SELECT seq, at FROM query.slot_change
                                   ORDER BY seq LIMIT :limit) AS oldest
                           WHERE at < :before)
            """)
        // With the one that stays.
        .param("limit", limit + 1)
        .param("before", Times.at(instant))
        .update();
  }

  private static SlotChange row(ResultSet row, int number) throws SQLException {
    return new SlotChange(
        row.getLong("seq"),
        row.getString("business_id"),
        row.getString("slot_id"),
        row.getLong("version"),
        row.getBoolean("for_everybody"));
  }
}
