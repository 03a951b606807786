package io.slotkeeper.query.slot.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens to a business: what has been handed out, and is not yet sent. */
final class Listener {
  /** Above what one batch holds, so that nobody who keeps up is taken for slow. */
  static final int MOST_WAITING = 256;

  private final String businessId;
  private final boolean owner;
  private final BlockingQueue<StreamEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean open = true;

  Listener(String businessId, boolean owner) {
    this.businessId = businessId;
    this.owner = owner;
  }

  String businessId() {
    return businessId;
  }

  boolean isOwner() {
    return owner;
  }

  boolean isOpen() {
    return open;
  }

  /** Never blocks. Whether there was room for all; if not, this listener has to go. */
  boolean offer(List<StreamEvent> events) {
    return events.stream().allMatch(waiting::offer);
  }

  /** Ends the stream once its thread has sent what it is at; the rest is got by resuming. */
  void end() {
    open = false;
    while (!waiting.offer(StreamEvent.NONE)) {
      waiting.clear();
    }
  }

  /** What has come, all of it; nothing if nothing comes in time. */
  List<StreamEvent> await(Duration patience) throws InterruptedException {
    var first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    var events = new ArrayList<StreamEvent>();
    events.add(first);
    waiting.drainTo(events);
    return events;
  }
}
