package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.platform.origin.Origin;
import java.time.Duration;

/** One message from the queue to its reader. It is always told to its end. */
final class MessageStory {
  private static final String TYPE = "Notification";
  private static final Duration SENDING = Duration.ofMillis(400);

  /** Meta's: too many messages at once. */
  private static final String BUSY = "131056";

  /** Meta's: it cannot be delivered. */
  private static final String UNDELIVERABLE = "131026";

  private final World world;
  private final Journal journal;
  private final NotificationQueued queued;
  private final Asked sending;
  private long next;

  private MessageStory(World world, Journal journal, NotificationQueued queued, Asked asked) {
    this.world = world;
    this.journal = journal;
    this.queued = queued;
    this.sending = journal.following(append(queued, asked), asked);
  }

  static void begin(World world, Journal journal, NotificationQueued queued, Asked asked) {
    new MessageStory(world, journal, queued, asked).attempt(1);
  }

  private void attempt(int attempt) {
    append(new NotificationAttempted(id(), businessId(), attempt), sending);
    boolean isPutOff = attempt == 1 && world.chance().of(0.01);
    world.surely(world.now().plus(SENDING), isPutOff ? this::postpone : this::accept);
  }

  private void postpone() {
    append(new NotificationPostponed(id(), businessId(), BUSY), sending);
    world.surely(world.now().plusSeconds(8), () -> attempt(2));
  }

  private void accept() {
    append(new NotificationAccepted(id(), businessId(), "wamid." + world.chance().uuid()), sending);
    var later = world.now().plus(world.chance().between(SENDING, Duration.ofSeconds(20)));
    world.surely(later, world.chance().of(0.98) ? this::deliver : this::fail);
  }

  private void fail() {
    append(new NotificationFailed(id(), businessId(), UNDELIVERABLE, null), reported());
  }

  private void deliver() {
    append(new NotificationDelivered(id(), businessId()), reported());
    if (world.chance().of(0.75)) {
      var later = world.chance().between(Duration.ofSeconds(5), Duration.ofMinutes(30));
      world.surely(
          world.now().plus(later),
          () -> append(new NotificationRead(id(), businessId()), reported()));
    }
  }

  private Asked reported() {
    return journal.asked(Origin.SLOTKEEPER, "whatsapp:status");
  }

  private String append(NotificationEvent event, Asked asked) {
    return journal.append(TYPE, id(), next++, event, asked);
  }

  private String id() {
    return queued.notificationId();
  }

  private String businessId() {
    return queued.businessId();
  }
}
