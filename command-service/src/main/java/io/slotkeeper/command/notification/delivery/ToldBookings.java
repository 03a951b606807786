package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.command.notification.chat.Contacts;
import io.slotkeeper.command.notification.chat.CustomerBookings;
import io.slotkeeper.command.privacy.CustomerTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of which booking, and in which language. */
@Component
public class ToldBookings implements CustomerBookings, CustomerTraces {

  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int MOST = 50;

  private final JdbcClient database;
  private final Contacts contacts;
  private final Clock clock;

  ToldBookings(JdbcClient database, Contacts contacts, Clock clock) {
    this.database = database;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Notes them all; of what one person is told of one booking, the last. */
  void note(List<Told> told) {
    // One statement cannot write the same row twice.
    var last = new LinkedHashMap<Told.Key, Told>();
    told.forEach(each -> last.put(each.key(), each));
    var rows = last.values();
    database
        .sql(
            """
            INSERT INTO command.told_booking AS known
                   (contact, booking_id, recipient, locale, start_at, told_at, customer_id)
            SELECT * FROM unnest(
                   :contacts::text[], :bookings::text[], :recipients::text[], :locales::text[],
                   :starts::timestamptz[], :times::timestamptz[], :customers::text[])
            ON CONFLICT (contact, booking_id, recipient) DO UPDATE
               SET locale = excluded.locale, start_at = excluded.start_at,
                   told_at = excluded.told_at
             WHERE known.told_at < excluded.told_at
            """)
        .param("contacts", column(rows, Told::contact))
        .param("bookings", column(rows, Told::bookingId))
        .param("recipients", column(rows, Told::recipient))
        .param("locales", column(rows, Told::locale))
        .param("starts", column(rows, each -> each.start().toString()))
        .param("times", column(rows, each -> each.at().toString()))
        .param("customers", column(rows, Told::customerId))
        .update();
  }

  private static @Nullable String[] column(
      Collection<Told> rows, Function<Told, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  /** Those that have not begun; whether they are live is for their own history to say. */
  @Override
  public List<BookingId> of(PhoneNumber customer) {
    return database
        .sql(
            """
            SELECT booking_id FROM command.told_booking
             WHERE contact = :contact AND recipient = :recipient AND start_at > :now
             ORDER BY start_at LIMIT :most
            """)
        .param("contact", contacts.nameOf(customer))
        .param("recipient", Recipient.CUSTOMER.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .query(String.class)
        .list()
        .stream()
        .map(BookingId::new)
        .toList();
  }

  /** The language in which somebody was last told something. */
  public Optional<String> localeOf(PhoneNumber person) {
    return database
        .sql(
            """
            SELECT locale FROM command.told_booking
             WHERE contact = :contact ORDER BY told_at DESC LIMIT 1
            """)
        .param("contact", contacts.nameOf(person))
        .query(String.class)
        .optional();
  }

  @Override
  public void erase(CustomerId customerId) {
    database
        .sql("DELETE FROM command.told_booking WHERE customer_id = :customer")
        .param("customer", customerId.value())
        .update();
  }

  void forgetOld() {
    database
        .sql("DELETE FROM command.told_booking WHERE start_at < :before")
        .param("before", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .update();
  }
}
