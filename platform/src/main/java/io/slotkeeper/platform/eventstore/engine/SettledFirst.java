package io.slotkeeper.platform.eventstore.engine;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Settled events, and then those of another stream, which is opened where they end. */
final class SettledFirst implements BlockingStream<TrackedEventMessage<?>> {

  private final Stream<? extends TrackedEventMessage<?>> settled;
  private final Iterator<? extends TrackedEventMessage<?>> iterator;
  private final Supplier<BlockingStream<TrackedEventMessage<?>>> rest;
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable BlockingStream<TrackedEventMessage<?>> open;
  private @Nullable Runnable callback;

  SettledFirst(
      Stream<? extends TrackedEventMessage<?>> settled,
      Supplier<BlockingStream<TrackedEventMessage<?>>> rest) {
    this.settled = settled;
    this.iterator = settled.iterator();
    this.rest = rest;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    var event = peekSettled();
    return event == null ? rest().peek() : Optional.of(event);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return peekSettled() != null || rest().hasNextAvailable(timeout, unit);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    var event = peekSettled();
    next = null;
    return event == null ? rest().nextAvailable() : event;
  }

  private @Nullable TrackedEventMessage<?> peekSettled() {
    if (next == null && open == null && iterator.hasNext()) {
      next = iterator.next();
    }
    return next;
  }

  private BlockingStream<TrackedEventMessage<?>> rest() {
    var stream = open;
    if (stream == null) {
      stream = rest.get();
      open = stream;
      if (callback != null) {
        stream.setOnAvailableCallback(callback);
      }
    }
    return stream;
  }

  @Override
  public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
    if (open != null) {
      open.skipMessagesWithPayloadTypeOf(ignored);
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable wakeUp) {
    callback = wakeUp;
    if (open != null) {
      open.setOnAvailableCallback(wakeUp);
    }
    return true;
  }

  @Override
  public void close() {
    settled.close();
    if (open != null) {
      open.close();
    }
  }
}
