package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.slot}. */
@Component
class SlotTable {
  private final JdbcClient jdbc;

  SlotTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The touched slots of a business that start between two instants, the second left out. */
  List<TouchedSlot> between(BusinessId businessId, Instant from, Instant to) {
    return jdbc.sql(
            """
            SELECT slot_id, end_at, status, booking_id, until_at, version FROM query.slot
             WHERE business_id = :business AND start_at >= :from AND start_at < :to
               AND status <> 'AVAILABLE'
            """)
        .param("business", businessId.value())
        .param("from", Times.at(from))
        .param("to", Times.at(to))
        .query(SlotTable::row)
        .list();
  }

  void save(SlotEvent.SlotReserved event, long version) {
    insert(
        SlotId.parse(event.slotId()),
        event.end(),
        SlotStatus.RESERVED,
        event.bookingId(),
        event.until(),
        version);
  }

  void save(SlotEvent.SlotBlocked event, long version) {
    insert(SlotId.parse(event.slotId()), event.end(), SlotStatus.BLOCKED, null, null, version);
  }

  /** Assigns what is true of a known slot at a version; an older version changes nothing. */
  void save(String slotId, SlotStatus status, @Nullable String bookingId, long version) {
    int changed =
        jdbc.sql(
                """
                UPDATE query.slot
                   SET status = :status, booking_id = :booking, until_at = NULL, version = :version
                 WHERE slot_id = :id AND version < :version
                """)
            .param("id", slotId)
            .param("status", status.name())
            .param("booking", bookingId)
            .param("version", version)
            .update();
    if (changed == 0 && isUnknown(slotId)) {
      throw new ReadModelOutOfStep(slotId, version);
    }
  }

  private void insert(
      SlotId id,
      Instant end,
      SlotStatus status,
      @Nullable String bookingId,
      @Nullable Instant until,
      long version) {
    jdbc.sql(
            """
            INSERT INTO query.slot
                   (slot_id, business_id, resource_id, start_at, end_at, status, booking_id,
                    until_at, version)
            VALUES (:id, :business, :resource, :start, :end, :status, :booking, :until, :version)
            ON CONFLICT (slot_id) DO UPDATE
               SET end_at = excluded.end_at, status = excluded.status,
                   booking_id = excluded.booking_id, until_at = excluded.until_at,
                   version = excluded.version
             WHERE slot.version < excluded.version
            """)
        .param("id", id.toString())
        .param("business", id.businessId().value())
        .param("resource", id.resourceId().value())
        .param("start", Times.at(id.start()))
        .param("end", Times.at(end))
        .param("status", status.name())
        .param("booking", bookingId)
        .param("until", Times.atOrNull(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("version", version)
        .update();
  }

  private boolean isUnknown(String slotId) {
    return jdbc.sql("SELECT 1 FROM query.slot WHERE slot_id = :id")
        .param("id", slotId)
        .query(Integer.class)
        .optional()
        .isEmpty();
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
