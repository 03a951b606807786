package io.slotkeeper.benchmarks.ceiling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes the same requests as command-service, and answers alike. */
@RestController
@EnableConfigurationProperties(StoredSizes.class)
class PlainBookingController {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT);
  private static final int SLOT_MINUTES = 30;

  private final JdbcTemplate jdbc;
  private final List<byte[]> payloads;
  private final byte[] answer;

  PlainBookingController(JdbcTemplate jdbc, StoredSizes sizes) {
    this.jdbc = jdbc;
    this.payloads = sizes.events().stream().map(PlainBookingController::bytes).toList();
    this.answer = bytes(sizes.answer());
  }

  private static byte[] bytes(int size) {
    return "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
  }

  record Customer(String name, String phone) {}

  record Booking(String slotId, Customer customer, boolean consent) {}

  record Made(
      String bookingId,
      String status,
      String slotId,
      Instant start,
      Instant end,
      String manageToken,
      long version) {}

  @GetMapping(CeilingStart.READY)
  String ready() {
    return "ready";
  }

  @PostMapping("/api/bookings")
  @Transactional
  ResponseEntity<Made> book(
      @RequestHeader("Idempotency-Key") String key, @RequestBody Booking booking) {
    var parts = booking.slotId().split("_", -1);
    var start = LocalDateTime.parse(parts[3], START).atOffset(ZoneOffset.UTC);
    var end = start.plusMinutes(SLOT_MINUTES);
    var bookingId = UUID.randomUUID().toString();
    claim(booking.slotId(), parts[2], bookingId, start, end);
    append(bookingId);
    keep(key, booking.toString());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new Made(
                bookingId,
                "PENDING",
                booking.slotId(),
                start.toInstant(),
                end.toInstant(),
                "mt_" + bookingId + bookingId,
                0));
  }

  private void claim(
      String slotId,
      String resourceId,
      String bookingId,
      OffsetDateTime start,
      OffsetDateTime end) {
    int claimed =
        jdbc.update(
            """
            INSERT INTO command.slot_claim (slot_id, resource_id, booking_id, during, until)
            VALUES (?, ?, ?, tstzrange(?, ?), NULL)
            ON CONFLICT DO NOTHING
            """,
            slotId,
            resourceId,
            bookingId,
            start,
            end);
    if (claimed != 1) {
      throw new IllegalStateException("the slot is taken");
    }
  }

  private void append(String bookingId) {
    var now = Instant.now().toString();
    List<Object[]> rows = new ArrayList<>();
    for (int number = 0; number < payloads.size(); number++) {
      rows.add(
          new Object[] {
            UUID.randomUUID().toString(),
            bookingId,
            number,
            "booking",
            now,
            "booking.requested",
            payloads.get(number)
          });
    }
    jdbc.batchUpdate(
        """
        INSERT INTO command.DomainEventEntry
          (eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp, payloadType, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private void keep(String key, String asked) {
    jdbc.update(
        """
        INSERT INTO command.idempotency_key (key_hash, fingerprint, answer, created_at)
        VALUES (?, ?, ?, ?)
        """,
        sha256(key),
        sha256(asked),
        answer,
        OffsetDateTime.now(ZoneOffset.UTC));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
