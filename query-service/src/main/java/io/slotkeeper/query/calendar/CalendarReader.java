package io.slotkeeper.query.calendar;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.query.SealedColumn;
import io.slotkeeper.query.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all bookings of a business at once. */
@Component
class CalendarReader {
  private final JdbcClient jdbc;

  CalendarReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The bookings that start from a moment on, in order, as they are now. */
  List<CalendarEntry> find(BusinessId businessId, Instant from, Instant now) {
    return jdbc.sql(
            """
            SELECT booking_id, resource_id, start_at, end_at, customer_name, customer_phone, note,
                   version,
                   CASE WHEN expired THEN 'EXPIRED' ELSE status END AS shown_status,
                   CASE WHEN expired THEN until_at ELSE changed_at END AS shown_changed_at
              FROM (SELECT *, status = 'PENDING' AND until_at <= :now AS expired
                      FROM query.booking) AS booking
             WHERE business_id = :business AND start_at >= :from
             ORDER BY start_at, booking_id
            """)
        .param("now", Times.at(now))
        .param("business", businessId.value())
        .param("from", Times.at(from))
        .query(CalendarReader::entry)
        .list();
  }

  private static CalendarEntry entry(ResultSet row, int number) throws SQLException {
    return new CalendarEntry(
        row.getString("booking_id"),
        new ResourceId(row.getString("resource_id")),
        BookingStatus.valueOf(row.getString("shown_status")),
        Times.of(row, "start_at"),
        Times.of(row, "end_at"),
        SealedColumn.of(row, "customer_name"),
        SealedColumn.of(row, "customer_phone"),
        SealedColumn.ofOrNull(row, "note"),
        Times.of(row, "shown_changed_at"),
        row.getLong("version"));
  }
}
