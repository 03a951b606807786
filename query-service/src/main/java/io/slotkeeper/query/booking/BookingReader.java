package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingQuery.FindBookings;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.booking.BookingView.CustomerView;
import io.slotkeeper.query.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bookings as they are at a moment: one that waited too long is expired. */
@Component
class BookingReader {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** The zone is in the state of the business; without its business no booking is shown. */
  private static final String SHOWN =
      """
      SELECT * FROM (
        SELECT booking.*, business.state ->> 'timeZone' AS time_zone,
               CASE WHEN booking.status = 'PENDING' AND until_at <= :now THEN 'EXPIRED'
                    ELSE booking.status END AS shown_status
          FROM query.booking JOIN query.business USING (business_id)
      ) AS shown
      """;

  private final JdbcClient jdbc;

  BookingReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<BookingView> find(BookingId id, Instant now) {
    return jdbc.sql(SHOWN + "WHERE booking_id = :id")
        .param("now", Times.at(now))
        .param("id", id.value())
        .query(BookingReader::row)
        .optional();
  }

  List<BookingView> find(FindBookings query, BookingPosition after, Instant now) {
    return jdbc.sql(
            SHOWN
                + """
                WHERE business_id = :business
                  AND start_at >= :from AND start_at < :to
                  AND (start_at, booking_id) > (:afterStart, :afterId)
                  AND (:status = '' OR shown_status = :status)
                ORDER BY start_at, booking_id
                LIMIT :limit
                """)
        .param("now", Times.at(now))
        .param("business", query.businessId().value())
        .param("from", Times.at(Objects.requireNonNullElse(query.from(), EARLIEST)))
        .param("to", Times.at(Objects.requireNonNullElse(query.to(), LATEST)))
        .param("afterStart", Times.at(after.start()))
        .param("afterId", after.bookingId())
        .param("status", query.status() == null ? "" : query.status().name())
        .param("limit", query.limit() + 1)
        .query(BookingReader::row)
        .list();
  }

  private static BookingView row(ResultSet row, int number) throws SQLException {
    var status = BookingStatus.valueOf(row.getString("shown_status"));
    var start = Times.of(row, "start_at");
    var zone = ZoneId.of(row.getString("time_zone"));
    return new BookingView(
        new BookingId(row.getString("booking_id")),
        new BusinessId(row.getString("business_id")),
        new ResourceId(row.getString("resource_id")),
        SlotId.parse(row.getString("slot_id")),
        status,
        start,
        Times.of(row, "end_at"),
        start.atZone(zone).toOffsetDateTime(),
        zone,
        status == BookingStatus.PENDING ? Times.ofOrNull(row, "until_at") : null,
        new CustomerView(row.getString("customer_name"), row.getString("customer_phone")),
        row.getString("note"),
        row.getString("cancelled_by"),
        row.getString("reason"),
        Times.of(row, "requested_at"),
        row.getLong("version"));
  }
}
