package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingQuery.FindBookings;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.platform.privacy.CustomerKeys;
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
  private final CustomerKeys keys;

  BookingReader(JdbcClient jdbc, CustomerKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  Optional<BookingView> find(BookingId id, Instant now) {
    var found =
        jdbc.sql(SHOWN + "WHERE booking_id = :id")
            .param("now", Times.at(now))
            .param("id", id.value())
            .query(BookingReader::found)
            .list();
    return shown(found, now).stream().findFirst();
  }

  List<BookingView> find(FindBookings query, BookingPosition after, Instant now) {
    var found =
        jdbc.sql(
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
            .query(BookingReader::found)
            .list();
    return shown(found, now);
  }

  private List<BookingView> shown(List<Found> found, Instant now) {
    var ring = keys.of(found.stream().map(each -> each.row().customerName()).toList());
    return found.stream().map(each -> each.row().shownAt(now, each.zone(), ring)).toList();
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(BookingTable.row(row, number), ZoneId.of(row.getString("time_zone")));
  }

  private record Found(BookingRow row, ZoneId zone) {}
}
