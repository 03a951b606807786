package io.slotkeeper.query.slot.stream;

import io.slotkeeper.query.Times;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
      INSERT INTO query.slot_change (business_id, slot_id, version, at) VALUES (?, ?, ?, ?)
      """;

  private final JdbcOperations database;
  private final Clock clock;

  Announcements(JdbcOperations database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void ofSlots(Collection<Change<TouchedSlot>> changes) {
    add(changes.stream().map(Change::after).map(this::row).toList());
  }

  void ofBusinesses(Collection<Change<BusinessRow>> changes) {
    add(changes.stream().map(Change::after).map(this::row).toList());
  }

  private void add(List<@Nullable Object[]> rows) {
    if (!rows.isEmpty()) {
      database.execute(TAKE_TURNS);
      database.batchUpdate(INSERT, rows);
      database.execute("SELECT pg_notify('%s', '')".formatted(CHANNEL));
    }
  }

  private @Nullable Object[] row(TouchedSlot slot) {
    var business = slot.slotId().businessId().value();
    return new Object[] {business, slot.id(), slot.version(), Times.at(clock.instant())};
  }

  private @Nullable Object[] row(BusinessRow business) {
    return new @Nullable Object[] {
      business.id(), null, business.version(), Times.at(clock.instant())
    };
  }
}
