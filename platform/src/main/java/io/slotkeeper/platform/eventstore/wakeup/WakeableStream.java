package io.slotkeeper.platform.eventstore.wakeup;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** A stream that calls its processor when events are available, instead of being polled. */
final class WakeableStream implements TrackingEventStream {

  private final TrackingEventStream stream;
  private final ReaderCallbacks readers;
  private final Runnable wakeUp;
  private final @Nullable SerializationException earlierFailure;
  private @Nullable Runnable callback;
  private boolean caughtUpBefore;

  WakeableStream(TrackingEventStream stream, ReaderCallbacks readers, Runnable wakeUp) {
    this.stream = stream;
    this.readers = readers;
    this.wakeUp = wakeUp;
    this.earlierFailure = readers.failure();
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return stream.peek();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (stream.hasNextAvailable(timeout, unit)) {
      return true;
    }
    SerializationException failure = readers.failure();
    if (failure != null && failure != earlierFailure) {
      // Thrown by the thread that fills the shared cache, which only logs it; here it stops the
      // processor.
      throw failure;
    }
    if (!caughtUpBefore) {
      caughtUpBefore = true;
      // What was appended between the last read and the switch to the shared cache woke nobody.
      wakeUp.run();
    }
    return false;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    return stream.nextAvailable();
  }

  @Override
  public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignoredMessage) {
    stream.skipMessagesWithPayloadTypeOf(ignoredMessage);
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    callback = onAvailable;
    readers.add(onAvailable);
    return true;
  }

  @Override
  public void close() {
    if (callback != null) {
      readers.remove(callback);
    }
    stream.close();
  }
}
