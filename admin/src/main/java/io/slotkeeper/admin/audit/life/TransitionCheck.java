package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every event may follow the ones before it, and is about the aggregate that it belongs to. */
public final class TransitionCheck implements Check {
  private final Violations violations;

  /** Tells what it finds. */
  public TransitionCheck(Violations violations) {
    this.violations = violations;
  }

  @Override
  public void look(List<History> histories) {
    histories.forEach(this::look);
  }

  private void look(History history) {
    var life = life(history);
    if (life == null) {
      violations.add("unknown-event", "%s of %s".formatted(name(history), history.id()));
      return;
    }
    for (var event : history.events()) {
      var from = life.status();
      if (!life.take(event)) {
        violations.add(
            "illegal-transition",
            "%s, event %d: %s where it is %s"
                .formatted(
                    history.id(),
                    event.sequence(),
                    event.name(),
                    from.isEmpty() ? "not begun" : from));
      }
      if (!event.text(history.family() + "Id").equals(history.id())) {
        violations.add(
            "event-of-another", "%s, event %d".formatted(history.id(), event.sequence()));
      }
    }
  }

  private static String name(History history) {
    return history.events().getFirst().name();
  }

  private static @Nullable Life life(History history) {
    return switch (history.family()) {
      case BookingLife.FAMILY -> new BookingLife();
      case SlotLife.FAMILY -> new SlotLife();
      case NotificationLife.FAMILY -> new NotificationLife();
      case BusinessLife.FAMILY -> new BusinessLife();
      case CustomerLife.FAMILY -> new CustomerLife();
      default -> null;
    };
  }
}
