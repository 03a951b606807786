package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.business.DistinctSlots;
import io.slotkeeper.benchmarks.business.OpenBusiness;
import io.slotkeeper.benchmarks.business.OpenBusiness.Hours;
import io.slotkeeper.benchmarks.ceiling.StoredSizes;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.servers.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Businesses with more free slots than a run can book. They approve by hand, as by default. */
record Shops(Stage stage, List<OpenBusiness> businesses, LocalDate first) {

  private static final int CREATED = 201;
  private static final int RESOURCES_IN_ALL = 20;
  private static final int LEAST_RESOURCES = 4;

  /** Tomorrow may begin while it is booked. */
  private static final int DAYS_LEFT = 3;

  static Shops open(Stage stage, String name, int count) {
    int resources = Math.max(LEAST_RESOURCES, RESOURCES_IN_ALL / count);
    var policy =
        // Nothing expires while it is measured.
        Map.of("horizonDays", DistinctSlots.HORIZON_DAYS, "approvalWindow", "P1D");
    return new Shops(
        stage,
        IntStream.rangeClosed(1, count)
            .mapToObj(
                number ->
                    OpenBusiness.register(
                        stage, name + " " + number, resources, Hours.ALL_DAY, policy))
            .toList(),
        LocalDate.now(Clock.systemUTC()).plusDays(DAYS_LEFT));
  }

  /** All their slots but the day on which single ones are tried. */
  DistinctSlots slots() {
    return new DistinctSlots(
        businesses, first.plusDays(1), DistinctSlots.HORIZON_DAYS - 2 * DAYS_LEFT);
  }

  /** A slot that is taken from now on. */
  SlotId take() {
    var slot = new DistinctSlots(businesses, first, 1).get();
    try (var connection = new KeptConnection(stage.commands().url())) {
      var unused =
          connection.send(new BookingCalls(() -> slot).get()).require(CREATED, "taking a slot");
    }
    return slot;
  }

  /** What the services store of one booking. */
  StoredSizes sizes() {
    var slot = take();
    var sql = stage.sql();
    var events =
        sql.queryForList(
            """
            SELECT octet_length(payload) + coalesce(octet_length(metaData), 0)
              FROM command.DomainEventEntry
             WHERE aggregateIdentifier = ?
                OR aggregateIdentifier =
                   (SELECT booking_id FROM command.slot_claim WHERE slot_id = ?)
             ORDER BY globalIndex
            """,
            Integer.class,
            slot.toString(),
            slot.toString());
    var answer =
        sql.queryForObject(
            """
            SELECT octet_length(answer) FROM command.idempotency_key
             ORDER BY created_at DESC LIMIT 1
            """,
            Integer.class);
    if (events.isEmpty() || answer == null) {
      throw new IllegalStateException("a booking has left nothing");
    }
    return new StoredSizes(events, answer);
  }
}
