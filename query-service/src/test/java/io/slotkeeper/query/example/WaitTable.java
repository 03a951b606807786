package io.slotkeeper.query.example;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.projection.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code query.wait}. */
class WaitTable {
  static final RowTable<WaitRow> ROWS =
      RowTable.of("wait", "booking_id", WaitTable::row)
          .text("business_id", WaitRow::businessId)
          .time("since_at", WaitRow::since)
          .time("until_at", WaitRow::until);

  private final JdbcClient jdbc;

  WaitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who still waits for an answer, longest first. */
  List<WaitRow> waiting(BusinessId businessId) {
    return jdbc.sql(
            """
            SELECT * FROM query.wait
             WHERE business_id = :business AND until_at IS NULL
             ORDER BY since_at, booking_id
            """)
        .param("business", businessId.value())
        .query(WaitTable::row)
        .list();
  }

  private static WaitRow row(ResultSet row, int number) throws SQLException {
    return new WaitRow(
        row.getString("booking_id"),
        row.getString("business_id"),
        Times.of(row, "since_at"),
        Times.ofOrNull(row, "until_at"),
        row.getLong("version"));
  }
}
