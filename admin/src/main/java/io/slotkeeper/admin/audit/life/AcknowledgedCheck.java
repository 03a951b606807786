package io.slotkeeper.admin.audit.life;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What callers were told is in the store: the booking has had that slot in that status, and what it
 * is now has come from there.
 */
public final class AcknowledgedCheck implements Check {
  private final Violations violations;
  private final Map<String, List<Acknowledged>> missing;

  private record Standing(String slotId, String status) {}

  /** Tells what it finds. */
  public AcknowledgedCheck(List<Acknowledged> told, Violations violations) {
    this.violations = violations;
    missing =
        told.stream()
            .collect(
                groupingBy(Acknowledged::bookingId, HashMap::new, toCollection(ArrayList::new)));
  }

  @Override
  public void look(List<History> histories) {
    for (var history : histories) {
      var told = missing.remove(history.id());
      if (told != null) {
        compare(told, standings(history));
      }
    }
  }

  private void compare(List<Acknowledged> told, Set<Standing> standings) {
    for (var each : told) {
      if (!standings.contains(new Standing(each.slotId(), each.status()))) {
        violations.add(
            "acknowledged-otherwise",
            "%s was never %s on %s".formatted(each.bookingId(), each.status(), each.slotId()));
      }
    }
  }

  private static Set<Standing> standings(History history) {
    Set<Standing> standings = new HashSet<>();
    var life = new BookingLife();
    for (var event : history.events()) {
      life.take(event);
      standings.add(new Standing(life.slotId(), life.status()));
    }
    return standings;
  }

  @Override
  public void end() {
    missing.keySet().stream()
        .sorted()
        .forEach(bookingId -> violations.add("acknowledged-lost", bookingId));
  }
}
