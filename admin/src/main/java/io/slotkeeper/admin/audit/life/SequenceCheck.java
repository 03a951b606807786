package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.Violations;
import java.sql.SQLException;
import java.util.List;

/**
 * The events of each aggregate are numbered from 0 without gap or doubling, in the order in which
 * they were appended, and no number or name of an event is given twice.
 */
public final class SequenceCheck implements Check {
  private final Snapshot snapshot;
  private final Violations violations;

  /** Tells what it finds. */
  public SequenceCheck(Snapshot snapshot, Violations violations) {
    this.snapshot = snapshot;
    this.violations = violations;
  }

  @Override
  public void look(List<History> histories) {
    histories.forEach(this::look);
  }

  private void look(History history) {
    long expected = 0;
    long index = Long.MIN_VALUE;
    for (var event : history.events()) {
      if (event.sequence() != expected) {
        violations.add(
            event.sequence() < expected ? "sequence-doubled" : "sequence-gap",
            "%s: number %d in the place of %d".formatted(history.id(), event.sequence(), expected));
      }
      if (event.index() <= index) {
        violations.add(
            "sequence-disordered",
            "%s: number %d was appended before the one before it"
                .formatted(history.id(), event.sequence()));
      }
      expected = event.sequence() + 1;
      index = event.index();
    }
  }

  @Override
  public void end() throws SQLException {
    // Read along the indexes of the constraints, whose order needs no sorting.
    for (var column : List.of("globalIndex", "eventIdentifier")) {
      snapshot.each(
          "SELECT %1$s::text FROM command.DomainEventEntry GROUP BY %1$s HAVING count(*) > 1"
              .formatted(column),
          row -> violations.add("event-number-doubled", column + " " + row.getString(1)));
    }
  }
}
