package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.Times;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the projection writes to {@code query.booking}; an older version changes nothing. */
@Component
class BookingTable {
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

  void save(BookingRequested event, Instant at, long version) {
    jdbc.sql(
            """
            INSERT INTO query.booking
                   (booking_id, business_id, resource_id, slot_id, status, start_at, end_at,
                    until_at, customer_name, customer_phone, note, requested_at, changed_at, version)
            VALUES (:id, :business, :resource, :slot, 'PENDING', :start, :end,
                    :until, :name, :phone, :note, :at, :at, :version)
            ON CONFLICT (booking_id) DO NOTHING
            """)
        .param("id", event.bookingId())
        .param("business", event.businessId())
        .param("resource", event.resourceId())
        .param("slot", event.slotId())
        .param("start", Times.at(event.start()))
        .param("end", Times.at(event.end()))
        .param("until", Times.at(event.until()))
        .param("name", event.customerName())
        .param("phone", event.customerPhone())
        .param("note", event.note())
        .param("at", Times.at(at))
        .param("version", version)
        .update();
  }

  void save(BookingRescheduled event, long version) {
    int changed =
        jdbc.sql(
                """
                UPDATE query.booking
                   SET slot_id = :slot, resource_id = :resource, start_at = :start, end_at = :end,
                       status = :status, until_at = :until, version = :version
                 WHERE booking_id = :id AND version < :version
                """)
            .param("id", event.bookingId())
            .param("slot", event.slotId())
            .param("resource", event.resourceId())
            .param("start", Times.at(event.start()))
            .param("end", Times.at(event.end()))
            .param("status", BookingStatus.valueOf(event.status()).name())
            .param("until", Times.atOrNull(event.until()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("version", version)
            .update();
    requireKnown(event.bookingId(), changed, version);
  }

  void save(String bookingId, BookingStatus status, long version) {
    save(bookingId, status, null, null, version);
  }

  void save(
      String bookingId,
      BookingStatus status,
      @Nullable String cancelledBy,
      @Nullable String reason,
      long version) {
    int changed =
        jdbc.sql(
                """
                UPDATE query.booking
                   SET status = :status, until_at = NULL, cancelled_by = :by, reason = :reason,
                       version = :version
                 WHERE booking_id = :id AND version < :version
                """)
            .param("id", bookingId)
            .param("status", status.name())
            .param("by", cancelledBy)
            .param("reason", reason)
            .param("version", version)
            .update();
    requireKnown(bookingId, changed, version);
  }

  private void requireKnown(String bookingId, int changed, long version) {
    if (changed == 0 && businessOf(new BookingId(bookingId)).isEmpty()) {
      throw new ReadModelOutOfStep(bookingId, version);
    }
  }
}
