package io.slotkeeper.admin.audit.notice;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.Histories;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Passed;
import io.slotkeeper.admin.audit.store.Snapshot;
import io.slotkeeper.admin.audit.store.StoredEvent;
import io.slotkeeper.admin.audit.store.Violations;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whoever must hear of an event is told, and nobody twice: a notification's id follows from what it
 * tells, so another one for the same occasion is one that no event asks for.
 */
public final class NoticeCheck implements Check {
  private static final String SAGA = "booking-saga";
  private static final String PRESENT =
      """
      SELECT aggregateIdentifier FROM command.DomainEventEntry
       WHERE aggregateIdentifier = ANY (?) AND payloadType = 'notification.queued'
      """;

  private final Snapshot snapshot;
  private final Histories histories;
  private final Violations violations;
  private final Passed passed;
  private final Instant due;

  /**
   * Tells what it finds.
   *
   * @param due events until then must have been followed; later ones only where the saga has passed
   *     them
   */
  public NoticeCheck(Snapshot snapshot, Histories histories, Violations violations, Instant due)
      throws SQLException {
    this.snapshot = snapshot;
    this.histories = histories;
    this.violations = violations;
    this.due = due;
    this.passed = Passed.by(snapshot, "command", SAGA);
  }

  @Override
  public void look(List<History> looked) throws SQLException {
    lookFromBookings(looked.stream().filter(each -> each.isOf("booking")).toList());
    lookFromNotifications(looked.stream().filter(each -> each.isOf("notification")).toList());
  }

  private void lookFromBookings(List<History> bookings) throws SQLException {
    Map<String, Notice> wanted = new HashMap<>();
    for (var booking : bookings) {
      for (var notice : Notice.wantedBy(booking)) {
        if (isDue(notice.because())) {
          wanted.put(notice.id(), notice);
        }
      }
    }
    snapshot.each(PRESENT, Set.copyOf(wanted.keySet()), row -> wanted.remove(row.getString(1)));
    wanted
        .values()
        .forEach(
            notice ->
                violations.add(
                    "notification-missing",
                    "%s of %s, event %d"
                        .formatted(
                            notice.kind(),
                            notice.because().text("bookingId"),
                            notice.because().sequence())));
  }

  private boolean isDue(StoredEvent event) {
    return event.at().isBefore(due) || passed.surely(event.index());
  }

  private void lookFromNotifications(List<History> notifications) throws SQLException {
    Set<String> bookingIds = new LinkedHashSet<>();
    notifications.forEach(each -> bookingIds.add(bookingId(each)));
    Set<String> explained = new HashSet<>();
    for (var booking : histories.of(bookingIds).values()) {
      Notice.wantedBy(booking).forEach(notice -> explained.add(notice.id()));
      explained.addAll(Notice.remindersOf(booking));
    }
    for (var notification : notifications) {
      if (!explained.contains(notification.id())) {
        violations.add(
            "notification-unexplained",
            "%s, %s of %s"
                .formatted(
                    notification.id(),
                    notification.events().getFirst().text("kind"),
                    bookingId(notification)));
      }
    }
  }

  private static String bookingId(History notification) {
    return notification.events().getFirst().text("bookingId");
  }
}
