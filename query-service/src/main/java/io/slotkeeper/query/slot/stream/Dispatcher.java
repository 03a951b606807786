package io.slotkeeper.query.slot.stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the feed once for a node and hands it to those who listen. In the default phase, so it ends
 * the streams before the web server waits for its requests.
 */
@Component
class Dispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** Under the notifications, which may be lost or switched off. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final int BATCH = 100;

  private final SlotChangeTable table;
  private final Listeners listeners;
  private final StreamEvents events;
  private final StreamMeters meters;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread thread;

  Dispatcher(SlotChangeTable table, Listeners listeners, StreamEvents events, StreamMeters meters) {
    this.table = table;
    this.listeners = listeners;
    this.events = events;
    this.meters = meters;
  }

  /** Looks for changes now. Returns at once. */
  void wakeUp() {
    news.release();
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      listeners.open();
      Thread started = Thread.ofPlatform().daemon().name("slot-stream").unstarted(this::run);
      thread = started;
      started.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread stopping = thread;
    thread = null;
    listeners.close();
    if (stopping != null) {
      stopping.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      while (isCurrent()) {
        awaitNews();
        handOutAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  private void awaitNews() throws InterruptedException {
    // While nobody listens nobody polls; who comes first wakes this thread.
    if (listeners.count() == 0) {
      news.acquire();
    } else if (!news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    news.drainPermits();
  }

  private void handOutAll() throws InterruptedException {
    try {
      int found;
      do {
        found = handOut();
      } while (found == BATCH && isCurrent());
    } catch (RuntimeException e) {
      if (isCurrent()) {
        // What is not handed out is still there. Most likely the database is away.
        log.warn("No news for streams: {}", e.getClass().getSimpleName());
        Thread.sleep(POLL);
      }
    }
  }

  private int handOut() {
    if (listeners.count() == 0) {
      return 0;
    }
    var changes = table.after(listeners.position(), BATCH);
    if (!changes.isEmpty()) {
      var byBusiness = changes.stream().collect(groupingBy(SlotChange::businessId));
      var audience = listeners.advance(changes.getLast().seq(), byBusiness.keySet());
      byBusiness.forEach((id, its) -> handOut(its, audience.getOrDefault(id, List.of())));
    }
    return changes.size();
  }

  private void handOut(List<SlotChange> changes, List<Listener> audience) {
    audience.stream()
        .collect(partitioningBy(Listener::isOwner))
        .forEach(
            (owner, those) -> {
              if (!those.isEmpty()) {
                handOut(changes, owner, those);
              }
            });
  }

  private void handOut(List<SlotChange> changes, boolean owner, List<Listener> audience) {
    List<StreamEvent> ready;
    try {
      ready = events.of(changes, owner);
    } catch (RuntimeException e) {
      // They have been passed over, and will find it where they resume.
      log.warn("Ending streams that cannot be told: {}", e.getClass().getSimpleName());
      audience.forEach(Listener::end);
      return;
    }
    for (var listener : audience) {
      if (!listener.offer(ready)) {
        meters.countDropped();
        listener.end();
        // Its thread may be stuck in a write for a while.
        listeners.remove(listener);
      }
    }
  }
}
