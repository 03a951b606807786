package io.slotkeeper.platform.eventstore.wakeup;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;

/** Calls the readers once each event has reached the cache that they share. */
final class CallingSpliterator extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {

  private final Spliterator<? extends TrackedEventMessage<?>> events;
  private final ReaderCallbacks readers;

  CallingSpliterator(
      Spliterator<? extends TrackedEventMessage<?>> events, ReaderCallbacks readers) {
    super(events.estimateSize(), events.characteristics());
    this.events = events;
    this.readers = readers;
  }

  @Override
  public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> action) {
    try {
      boolean advanced = events.tryAdvance(action);
      if (advanced) {
        readers.run();
      }
      return advanced;
    } catch (SerializationException e) {
      readers.fail(e);
      throw e;
    }
  }
}
