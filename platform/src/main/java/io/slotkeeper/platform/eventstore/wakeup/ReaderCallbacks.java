package io.slotkeeper.platform.eventstore.wakeup;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the open streams that there is something to read, or that reading has failed for good. */
final class ReaderCallbacks {

  private static final Logger log = LoggerFactory.getLogger(ReaderCallbacks.class);

  private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
  private volatile @Nullable SerializationException failure;

  void add(Runnable callback) {
    callbacks.add(callback);
  }

  void remove(Runnable callback) {
    callbacks.remove(callback);
  }

  void run() {
    for (Runnable callback : callbacks) {
      try {
        callback.run();
      } catch (RejectedExecutionException e) {
        // The processor has shut down its executor and is about to close its stream.
        log.debug("Not waking a processor that stops", e);
      }
    }
  }

  void fail(SerializationException cause) {
    failure = cause;
    run();
  }

  @Nullable SerializationException failure() {
    return failure;
  }
}
