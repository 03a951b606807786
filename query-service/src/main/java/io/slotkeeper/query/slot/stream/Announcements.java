package io.slotkeeper.query.slot.stream;

import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.projection.Row;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Adds to the feed in the transaction that changes a read model, so that it says what is seen. */
@Component
class Announcements {
  /** Where nodes are told that there is something to read. */
  static final String CHANNEL = "slotkeeper_slot_changes";

  /**
   * Held until the commit, so that numbers become visible in their order: whoever has seen one will
   * not miss a lower one that commits late. The key is arbitrary, and nobody else's.
   */
  private static final String TAKE_TURNS = "SELECT pg_advisory_xact_lock(5728114906361)";

  private static final String INSERT =
      """
      INSERT INTO query.slot_change (business_id, slot_id, version, at, for_everybody)
      VALUES (?, ?, ?, ?, ?)
      """;

  private final JdbcOperations database;
  private final Clock clock;

  Announcements(JdbcOperations database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void ofSlots(Collection<Change<TouchedSlot>> changes) {
    add(changes, this::ofSlot);
  }

  void ofBusinesses(Collection<Change<BusinessRow>> changes) {
    add(changes, this::ofBusiness);
  }

  private <R extends Row> void add(
      Collection<Change<R>> changes, BiFunction<Change<R>, Instant, @Nullable Object[]> row) {
    if (!changes.isEmpty()) {
      database.execute(TAKE_TURNS);
      // Only now: it may have been a while.
      var now = clock.instant();
      database.batchUpdate(INSERT, changes.stream().map(each -> row.apply(each, now)).toList());
      database.execute("SELECT pg_notify('%s', '')".formatted(CHANNEL));
    }
  }

  private @Nullable Object[] ofSlot(Change<TouchedSlot> change, Instant now) {
    var slot = change.after();
    var business = slot.slotId().businessId().value();
    boolean forEverybody = !isConfirmation(change, now);
    return new Object[] {business, slot.id(), slot.version(), Times.at(now), forEverybody};
  }

  private @Nullable Object[] ofBusiness(Change<BusinessRow> change, Instant now) {
    var business = change.after();
    return new @Nullable Object[] {business.id(), null, business.version(), Times.at(now), true};
  }

  /**
   * A slot whose reservation had lapsed was free to everybody, so that it is booked can be seen.
   */
  private static boolean isConfirmation(Change<TouchedSlot> change, Instant now) {
    var before = change.before();
    var after = change.after();
    return before != null
        && before.status() == SlotStatus.RESERVED
        && before.isLive(now)
        && after.status() == SlotStatus.BOOKED
        && Objects.equals(before.bookingId(), after.bookingId());
  }
}
