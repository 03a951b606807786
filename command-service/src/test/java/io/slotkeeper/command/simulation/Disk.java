package io.slotkeeper.command.simulation;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.command.slot.SlotParts;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What outlives the nodes. */
final class Disk {

  final Transactions transactions = new Transactions();
  final NamedJsonSerializer serializer =
      new NamedJsonSerializer(
          EventNames.of(
              EventCatalog.entries().stream()
                  .map(entry -> new EventName(entry.name(), entry.revision(), entry.type()))
                  .toList()));
  final StoredEvents events = new StoredEvents(transactions, serializer);
  final StoredSagas sagas = new StoredSagas(transactions, serializer);
  final StoredDeadlines deadlines = new StoredDeadlines(transactions, serializer);
  final SlotParts.Claims claims = new SlotParts.Claims(transactions::changed);

  /** What is to be sent, and when to look at it again. */
  final Map<NotificationId, Instant> letters = new LinkedHashMap<>();

  /** How many events the sagas have had. */
  private int told;

  /** How many events the queue of letters has had. */
  private int queued;

  void clear() {
    events.clear();
    sagas.clear();
    deadlines.clear();
    claims.clear();
    letters.clear();
    told = 0;
    queued = 0;
  }

  int told() {
    return told;
  }

  void told(int events) {
    int before = told;
    told = events;
    transactions.changed(() -> told = before);
  }

  int queued() {
    return queued;
  }

  void queued(int events) {
    int before = queued;
    queued = events;
    transactions.changed(() -> queued = before);
  }

  /** Writes down when to look at a letter again; null where it is done with. */
  void letter(NotificationId id, @Nullable Instant again) {
    var before = again == null ? letters.remove(id) : letters.put(id, again);
    transactions.changed(
        () -> {
          if (before == null) {
            letters.remove(id);
          } else {
            letters.put(id, before);
          }
        });
  }
}
