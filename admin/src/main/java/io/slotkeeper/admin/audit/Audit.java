package io.slotkeeper.admin.audit;

import io.slotkeeper.admin.audit.life.Acknowledged;
import io.slotkeeper.admin.audit.life.AcknowledgedCheck;
import io.slotkeeper.admin.audit.life.AgreementCheck;
import io.slotkeeper.admin.audit.life.ClaimCheck;
import io.slotkeeper.admin.audit.life.DoubleBookingCheck;
import io.slotkeeper.admin.audit.life.SequenceCheck;
import io.slotkeeper.admin.audit.life.TransitionCheck;
import io.slotkeeper.admin.audit.notice.NoticeCheck;
import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.Histories;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.Violations;
import io.slotkeeper.admin.audit.view.ReadModelCheck;
import io.slotkeeper.admin.terminal.Unusable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks once through a snapshot with everything that there is to look for. */
final class Audit {
  private static final List<String> TABLES =
      List.of(
          "command.domainevententry",
          "command.slot_claim",
          "command.tokenentry",
          "query.tokenentry",
          "query.deadletterentry",
          "query.projection",
          "query.given_up",
          "query.business",
          "query.slot",
          "query.booking",
          "query.notification");

  private final Snapshot snapshot;
  private final List<Acknowledged> told;
  private final Duration grace;
  private final Violations violations;
  private long aggregates;
  private long events;

  /**
   * A look at a snapshot.
   *
   * @param told what callers were told
   * @param grace how long notifications may take
   */
  Audit(Snapshot snapshot, List<Acknowledged> told, Duration grace, Violations violations) {
    this.snapshot = snapshot;
    this.told = told;
    this.grace = grace;
    this.violations = violations;
  }

  AuditReport run() throws SQLException {
    for (var table : TABLES) {
      if (!snapshot.hasTable(table)) {
        throw new Unusable("There is no %s: this is no database of both services".formatted(table));
      }
    }
    var histories = new Histories(snapshot);
    var readModels = ReadModelCheck.all(snapshot, violations);
    List<Check> checks = new ArrayList<>();
    checks.add(new SequenceCheck(snapshot, violations));
    checks.add(new TransitionCheck(violations));
    checks.add(new AgreementCheck(histories, violations));
    checks.add(new DoubleBookingCheck(violations));
    checks.add(new ClaimCheck(snapshot, violations));
    checks.add(new AcknowledgedCheck(told, violations));
    checks.add(new NoticeCheck(snapshot, histories, violations, now().minus(grace)));
    checks.addAll(readModels);
    histories.each(
        batch -> {
          aggregates += batch.size();
          events += batch.stream().map(History::events).mapToLong(List::size).sum();
          for (var check : checks) {
            check.look(batch);
          }
        });
    for (var check : checks) {
      check.end();
    }
    return new AuditReport(
        events, aggregates, told.size(), readModels.stream().map(Audit::readModel).toList());
  }

  private Instant now() throws SQLException {
    return snapshot
        .rows("SELECT now()", row -> Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)))
        .getFirst()
        .toInstant();
  }

  private static AuditReport.ReadModel readModel(ReadModelCheck check) {
    return new AuditReport.ReadModel(
        check.projection(), check.isComparable(), check.compared(), check.excused());
  }
}
