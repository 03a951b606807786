package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.query.SealedColumn;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.projection.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.booking}. */
@Component
class BookingTable {
  static final RowTable<BookingRow> ROWS =
      RowTable.of("booking", "booking_id", BookingTable::row)
          .text("business_id", booking -> booking.businessId().value())
          .text("resource_id", booking -> booking.resourceId().value())
          .text("slot_id", booking -> booking.slotId().toString())
          .text("status", BookingRow::status)
          .time("start_at", BookingRow::start)
          .time("end_at", BookingRow::end)
          .time("until_at", BookingRow::until)
          .text("customer_name", booking -> booking.customerName().text())
          .text("customer_phone", booking -> booking.customerPhone().text())
          .text("note", booking -> SealedColumn.text(booking.note()))
          .text("cancelled_by", BookingRow::cancelledBy)
          .text("reason", booking -> SealedColumn.text(booking.reason()))
          .time("requested_at", BookingRow::requestedAt)
          .time("changed_at", BookingRow::changedAt);

  private final JdbcClient jdbc;

  BookingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<BusinessId> businessOf(BookingId id) {
    return jdbc.sql("SELECT business_id FROM query.booking WHERE booking_id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(BusinessId::new);
  }

  static BookingRow row(ResultSet row, int number) throws SQLException {
    return new BookingRow(
        new BookingId(row.getString("booking_id")),
        new BusinessId(row.getString("business_id")),
        new ResourceId(row.getString("resource_id")),
        SlotId.parse(row.getString("slot_id")),
        BookingStatus.valueOf(row.getString("status")),
        Times.of(row, "start_at"),
        Times.of(row, "end_at"),
        Times.ofOrNull(row, "until_at"),
        SealedColumn.of(row, "customer_name"),
        SealedColumn.of(row, "customer_phone"),
        SealedColumn.ofOrNull(row, "note"),
        row.getString("cancelled_by"),
        SealedColumn.ofOrNull(row, "reason"),
        Times.of(row, "requested_at"),
        Times.of(row, "changed_at"),
        row.getLong("version"));
  }
}
