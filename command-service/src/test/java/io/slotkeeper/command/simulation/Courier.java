package io.slotkeeper.command.simulation;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.AttemptAnswer;
import io.slotkeeper.api.notification.NotificationCommand.AcceptNotification;
import io.slotkeeper.api.notification.NotificationCommand.AttemptNotification;
import io.slotkeeper.api.notification.NotificationCommand.PostponeNotification;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters as delivery does: asks the notification first, and writes down what came of it. Of
 * some it never hears whether they arrived.
 */
final class Courier {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Disk disk;
  private final Clock clock;
  private final Map<NotificationId, NotificationQueued> known = new HashMap<>();
  private final Map<NotificationId, Integer> sent = new HashMap<>();

  Courier(Disk disk, Clock clock) {
    this.disk = disk;
    this.clock = clock;
  }

  /** Takes what was queued since the last time, in one transaction with how far that is. */
  void collect() {
    disk.transactions.executeInTransaction(
        () -> {
          var log = disk.events.log();
          for (var message : log.subList(disk.queued(), log.size())) {
            if (message.getPayload() instanceof NotificationQueued queued) {
              var id = new NotificationId(queued.notificationId());
              known.put(id, queued);
              disk.letter(id, clock.instant());
            }
          }
          disk.queued(log.size());
        });
  }

  List<NotificationId> due() {
    return disk.letters.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(clock.instant()))
        .map(Map.Entry::getKey)
        .toList();
  }

  void deliver(NotificationId id, CommandGateway commands, int luck) {
    var now = clock.instant();
    AttemptAnswer answer = commands.sendAndWait(new AttemptNotification(id));
    switch (answer) {
      case AttemptAnswer.Done done -> note(id, null);
      case AttemptAnswer.Wait wait -> note(id, wait.until());
      case AttemptAnswer.Send send -> {
        switch (luck % 6) {
          case 0 -> {
            send(id, now);
            note(id, now.plus(PAUSE));
          }
          case 1 -> {
            commands.sendAndWait(new PostponeNotification(id, "503"));
            note(id, now.plus(PAUSE));
          }
          default -> {
            send(id, now);
            commands.sendAndWait(new AcceptNotification(id, "wamid." + sent.get(id)));
            note(id, null);
          }
        }
      }
    }
  }

  private void send(NotificationId id, Instant now) {
    var queued = known.get(id);
    if (queued == null) {
      throw new IllegalStateException("A letter that was never queued");
    }
    Fault.unless(now.isBefore(queued.expiresAt()), "%s is sent too late".formatted(queued.kind()));
    int times = sent.merge(id, 1, Integer::sum);
    // Once more only where nobody knows what became of the first.
    int most = NotificationKind.valueOf(queued.kind()).isRepeatable() ? 2 : 1;
    Fault.unless(times <= most, "%s is sent %d times".formatted(queued.kind(), times));
  }

  private void note(NotificationId id, @Nullable Instant again) {
    disk.transactions.executeInTransaction(() -> disk.letter(id, again));
  }
}
