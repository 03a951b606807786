package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Passed;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.StoredEvent;
import io.slotkeeper.admin.audit.store.Violations;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Each row of a read model is what the events make of it up to the version that it names, and that
 * is neither older nor newer than what the projection has passed. What waits as a dead letter, or
 * was given up, is let be.
 */
public final class ReadModelCheck implements Check {
  private final Mirror mirror;
  private final Snapshot snapshot;
  private final Violations violations;
  private final Passed passed;
  private final Set<String> excused;
  private final String rows;
  private final boolean isComparable;
  private long compared;

  private ReadModelCheck(Mirror mirror, Snapshot snapshot, Violations violations)
      throws SQLException {
    this.mirror = mirror;
    this.snapshot = snapshot;
    this.violations = violations;
    this.passed = Passed.by(snapshot, "query", mirror.projection());
    this.isComparable = passed.isKnown() && isOfTheSameEdition(mirror, snapshot);
    this.excused = excused(mirror, snapshot);
    this.rows =
        "SELECT %2$s, version, %3$s FROM query.%1$s WHERE %2$s = ANY (?)"
            .formatted(mirror.table(), mirror.key(), String.join(", ", mirror.columns()));
  }

  /** One for each read model. */
  public static List<ReadModelCheck> all(Snapshot snapshot, Violations violations)
      throws SQLException {
    return List.of(
        new ReadModelCheck(new BusinessMirror(), snapshot, violations),
        new ReadModelCheck(new SlotMirror(), snapshot, violations),
        new ReadModelCheck(new BookingMirror(), snapshot, violations),
        new ReadModelCheck(new NotificationMirror(), snapshot, violations));
  }

  /** The projection that fills it. */
  public String projection() {
    return mirror.projection();
  }

  /** How many rows were compared. */
  public long compared() {
    return compared;
  }

  /** How many aggregates were let be. */
  public long excused() {
    return excused.size();
  }

  /** Whether it was looked at: not before the projection has begun, nor by another's rules. */
  public boolean isComparable() {
    return isComparable;
  }

  @Override
  public void look(List<History> histories) throws SQLException {
    if (!isComparable) {
      return;
    }
    var own =
        histories.stream()
            .filter(each -> each.isOf(mirror.family()) && !excused.contains(each.id()))
            .toList();
    var found =
        snapshot.byId(rows, own.stream().map(History::id).toList(), mirror.key(), ViewRow::read);
    for (var history : own) {
      look(history, found.get(history.id()));
    }
  }

  private void look(History history, @Nullable ViewRow row) {
    long least = lastPassedForSure(history.events());
    if (row == null) {
      if (least >= 0) {
        found("missing", history.id());
      }
      return;
    }
    compared++;
    if (row.version() < least) {
      found("behind", "%s is at %d, must be at %d".formatted(history.id(), row.version(), least));
      return;
    }
    var last = event(history, row.version());
    if (last == null || !passed.perhaps(last.index())) {
      found("ahead", "%s is at %d".formatted(history.id(), row.version()));
      return;
    }
    row.differenceTo(wanted(history, row.version()), names())
        .ifPresent(
            column ->
                found("differs", "%s, %s at %d".formatted(history.id(), column, row.version())));
  }

  @Override
  public void end() throws SQLException {
    if (isComparable) {
      snapshot.each(
          """
          SELECT %2$s FROM query.%1$s
           WHERE NOT EXISTS (
             SELECT FROM command.DomainEventEntry WHERE aggregateIdentifier = %2$s)
          """
              .formatted(mirror.table(), mirror.key()),
          row -> found("invented", row.getString(1)));
    }
  }

  private Map<String, @Nullable Object> wanted(History history, long version) {
    var wanted = new HashMap<String, @Nullable Object>();
    for (var event : history.events()) {
      if (event.sequence() <= version) {
        mirror.take(event, wanted);
      }
    }
    return wanted;
  }

  private Stream<String> names() {
    return mirror.columns().stream().map(column -> column.replaceFirst(".* AS ", ""));
  }

  /** The last number before which the projection has missed none; -1 where it has missed all. */
  private long lastPassedForSure(List<StoredEvent> events) {
    long last = -1;
    for (var event : events) {
      if (!passed.surely(event.index())) {
        break;
      }
      last = event.sequence();
    }
    return last;
  }

  private static @Nullable StoredEvent event(History history, long version) {
    return history.events().stream()
        .filter(event -> event.sequence() == version)
        .findFirst()
        .orElse(null);
  }

  private void found(String what, String text) {
    violations.add("read-model-%s-%s".formatted(mirror.projection(), what), text);
  }

  private static boolean isOfTheSameEdition(Mirror mirror, Snapshot snapshot) throws SQLException {
    var editions =
        snapshot.byId(
            "SELECT name, version FROM query.projection WHERE name = ANY (?)",
            List.of(mirror.projection()),
            "name",
            row -> row.getInt("version"));
    return editions.getOrDefault(mirror.projection(), mirror.edition()) == mirror.edition();
  }

  private static Set<String> excused(Mirror mirror, Snapshot snapshot) throws SQLException {
    Set<String> excused = new HashSet<>();
    snapshot.each(
        """
        SELECT coalesce(aggregateIdentifier, sequenceIdentifier) FROM query.DeadLetterEntry
         WHERE processingGroup = ANY (?)
        """,
        List.of(mirror.projection()),
        row -> excused.add(row.getString(1)));
    snapshot.each(
        "SELECT aggregate_id FROM query.given_up WHERE projection = ANY (?)",
        List.of(mirror.projection()),
        row -> excused.add(row.getString(1)));
    return excused;
  }
}
