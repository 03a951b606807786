package io.slotkeeper.admin.audit;

import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A small database in which all is as it should be: one confirmed booking whose customer was told,
 * and one that waits for the owner, who was asked.
 */
final class StoredWorld {
  static final String BUSINESS = "biz_01k3z8r0s0e0080000000000b1";
  static final String RESOURCE = "res_01k3z8r0s0e0080000000000r1";
  static final String CONFIRMED = "bkg_01k3z8r0s0e0080000000000k1";
  static final String PENDING = "bkg_01k3z8r0s0e0080000000000k2";
  static final String BOOKED_SLOT =
      "slt_01k3z8r0s0e0080000000000b1_01k3z8r0s0e0080000000000r1_20260302T0900Z";
  static final String RESERVED_SLOT =
      "slt_01k3z8r0s0e0080000000000b1_01k3z8r0s0e0080000000000r1_20260302T0930Z";
  static final String CONFIRMATION = "ntf_6b23gcwcns4xktsj0v9hfncaa8";
  static final String REQUEST = "ntf_73hkcjkmfkpqx8b6sz6zq4v1yw";
  static final String RECEIPT = "ntf_4rjcs07g0ma2znakgxf07t1c5d";

  private static final String SEALED = "cus_01k3z8r0s0e0080000000000s1.secret";

  /** Not TRUNCATE, which makes new files, and waits for the disk for each. */
  private static final String EMPTY =
      """
      DELETE FROM command.DomainEventEntry;
      DELETE FROM command.slot_claim;
      DELETE FROM command.TokenEntry;
      DELETE FROM query.TokenEntry;
      DELETE FROM query.DeadLetterEntry;
      DELETE FROM query.business;
      DELETE FROM query.slot;
      DELETE FROM query.booking;
      DELETE FROM query.notification;
      ALTER TABLE command.DomainEventEntry ALTER COLUMN globalIndex RESTART;
      """;

  private final StringBuilder script = new StringBuilder(EMPTY);
  private int events;

  private StoredWorld() {}

  /** One for all that breaks something in turn: to make another takes longer than to fill it. */
  static TestDatabase migrated() {
    var database = TestPostgres.freshDatabase();
    migrate(database, "command-service");
    migrate(database, "query-service");
    return database;
  }

  /** Makes all as it should be, whatever was done to it. */
  static void refill(TestDatabase database) {
    database.execute(new StoredWorld().filled());
  }

  private String filled() {
    append(
        BUSINESS,
        0,
        "business.registered",
        """
        {"businessId": "%s", "name": "Salon", "timeZone": "Europe/Madrid", "locale": "es-ES",
         "whatsappNumber": "+34600000000", "apiKeyHash": "abc"}"""
            .formatted(BUSINESS));
    book(CONFIRMED, BOOKED_SLOT, "AUTOMATIC", "09:00", "09:30");
    append(
        CONFIRMED,
        1,
        "booking.confirmed",
        """
        {"bookingId": "%s", "businessId": "%s"}"""
            .formatted(CONFIRMED, BUSINESS));
    append(
        BOOKED_SLOT,
        1,
        "slot.booked",
        """
        {"slotId": "%s", "bookingId": "%s"}"""
            .formatted(BOOKED_SLOT, CONFIRMED));
    book(PENDING, RESERVED_SLOT, "MANUAL", "09:30", "10:00");
    queue(CONFIRMATION, CONFIRMED, "BOOKING_CONFIRMED", "CUSTOMER", "09:00");
    queue(REQUEST, PENDING, "APPROVAL_REQUEST", "OWNER", "09:30");
    queue(RECEIPT, PENDING, "REQUEST_RECEIVED", "CUSTOMER", "09:30");
    readModel();
    tokens();
    return script.toString();
  }

  private void then(String sql) {
    script.append(sql).append(";\n");
  }

  private void book(String bookingId, String slotId, String approval, String from, String to) {
    append(
        bookingId,
        0,
        "booking.requested",
        """
        {"bookingId": "%s", "businessId": "%s", "resourceId": "%s", "slotId": "%s",
         "start": "2026-03-02T%s:00Z", "end": "2026-03-02T%s:00Z", "until": "2026-03-01T12:00:00Z",
         "customerId": "cus_01k3z8r0s0e0080000000000s1", "customerName": "%s",
         "customerPhone": "%s", "note": null, "approval": "%s", "reminders": ["PT2H"]}"""
            .formatted(bookingId, BUSINESS, RESOURCE, slotId, from, to, SEALED, SEALED, approval));
    append(
        slotId,
        0,
        "slot.reserved",
        """
        {"slotId": "%s", "businessId": "%s", "resourceId": "%s", "start": "2026-03-02T%s:00Z",
         "end": "2026-03-02T%s:00Z", "bookingId": "%s", "until": "2026-03-01T12:00:00Z"}"""
            .formatted(slotId, BUSINESS, RESOURCE, from, to, bookingId));
    then(
        """
        INSERT INTO command.slot_claim VALUES ('%s', '%s', '%s',
          tstzrange('2026-03-02T%s:00Z', '2026-03-02T%s:00Z'), %s)"""
            .formatted(
                slotId,
                RESOURCE,
                bookingId,
                from,
                to,
                approval.equals("MANUAL") ? "'2026-03-01T12:00:00Z'" : "NULL"));
  }

  private void queue(
      String notificationId, String bookingId, String kind, String recipient, String start) {
    append(
        notificationId,
        0,
        "notification.queued",
        """
        {"notificationId": "%s", "businessId": "%s", "bookingId": "%s", "kind": "%s",
         "recipient": "%s", "start": "2026-03-02T%s:00Z"}"""
            .formatted(notificationId, BUSINESS, bookingId, kind, recipient, start));
  }

  private void readModel() {
    then(
        """
        INSERT INTO query.business VALUES ('%s', 'Salon', 'salon', 'abc',
          '{"status": "ACTIVE", "timeZone": "Europe/Madrid", "locale": "es-ES",
            "whatsappNumber": "+34600000000"}', 0);
        INSERT INTO query.slot
          SELECT slot_id, '%s', resource_id, lower(during), upper(during),
                 CASE WHEN until IS NULL THEN 'BOOKED' ELSE 'RESERVED' END, booking_id, until,
                 CASE WHEN until IS NULL THEN 1 ELSE 0 END
            FROM command.slot_claim;
        INSERT INTO query.booking (booking_id, business_id, resource_id, slot_id, status, start_at,
            end_at, until_at, customer_name, customer_phone, requested_at, changed_at, version)
          SELECT booking_id, business_id, resource_id, slot_id,
                 CASE status WHEN 'BOOKED' THEN 'CONFIRMED' ELSE 'PENDING' END, start_at, end_at,
                 until_at, '%s', '%s', '2026-03-01T10:00:00.123456Z', '2026-03-01T10:00:00.123456Z',
                 version
            FROM query.slot;
        INSERT INTO query.notification (notification_id, business_id, booking_id, kind, recipient,
            status, start_at, queued_at, attempts, version)
          SELECT e ->> 'notificationId', e ->> 'businessId', e ->> 'bookingId', e ->> 'kind',
                 e ->> 'recipient', 'QUEUED', (e ->> 'start')::timestamptz,
                 '2026-03-01T10:00:00.123456Z', 0, 0
            FROM (SELECT convert_from(payload, 'UTF8')::json AS e FROM command.DomainEventEntry
                   WHERE payloadType = 'notification.queued') queued"""
            .formatted(BUSINESS, BUSINESS, SEALED, SEALED));
  }

  private void tokens() {
    for (var projection : List.of("businesses", "slots", "bookings", "notifications")) {
      then(
          "INSERT INTO query.TokenEntry VALUES ('%s', 0, '{\"index\": %d, \"gaps\": []}')"
              .formatted(projection, events));
    }
  }

  private void append(String aggregate, int sequence, String name, String payload) {
    events++;
    // More digits than PostgreSQL keeps, as the services write them.
    then(
        """
        INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber,
            timeStamp, payloadType, payload)
          VALUES ('%d', '%s', %d, '2026-03-01T10:00:00.123456300Z', '%s', convert_to('%s', 'UTF8'))"""
            .formatted(events, aggregate, sequence, name, payload));
  }

  private static void migrate(TestDatabase database, String service) {
    var directory = Path.of("../%1$s/src/main/resources/db/%1$s".formatted(service));
    try (var files = Files.list(directory)) {
      files
          .sorted(Comparator.comparingInt(StoredWorld::number))
          .forEach(file -> database.execute(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
