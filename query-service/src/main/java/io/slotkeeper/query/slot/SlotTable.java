package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.projection.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.slot}. */
@Component
class SlotTable {
  static final RowTable<TouchedSlot> ROWS =
      RowTable.of("slot", "slot_id", SlotTable::row)
          .text("business_id", slot -> slot.slotId().businessId().value())
          .text("resource_id", slot -> slot.slotId().resourceId().value())
          .time("start_at", TouchedSlot::start)
          .time("end_at", TouchedSlot::end)
          .text("status", TouchedSlot::status)
          .text("booking_id", slot -> slot.bookingId() == null ? null : slot.bookingId().value())
          .time("until_at", TouchedSlot::until);

  private final JdbcClient jdbc;

  SlotTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The touched slots of a business that start between two instants, the second left out. */
  List<TouchedSlot> between(BusinessId businessId, Instant from, Instant to) {
    return jdbc.sql(
            """
            SELECT * FROM query.slot
             WHERE business_id = :business AND start_at >= :from AND start_at < :to
               AND status <> 'AVAILABLE'
            """)
        .param("business", businessId.value())
        .param("from", Times.at(from))
        .param("to", Times.at(to))
        .query(SlotTable::row)
        .list();
  }

  private static TouchedSlot row(ResultSet row, int number) throws SQLException {
    var bookingId = row.getString("booking_id");
    return new TouchedSlot(
        SlotId.parse(row.getString("slot_id")),
        Times.of(row, "end_at"),
        SlotStatus.valueOf(row.getString("status")),
        bookingId == null ? null : new BookingId(bookingId),
        Times.ofOrNull(row, "until_at"),
        row.getLong("version"));
  }
}
