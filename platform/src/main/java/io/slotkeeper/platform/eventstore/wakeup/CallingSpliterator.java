package io.slotkeeper.platform.eventstore.wakeup;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;

/**
 * Calls the readers when what was found has reached the cache that they share; where much was
 * found, now and then before its end.
 */
final class CallingSpliterator extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {

  private static final int MANY = 100;

  private final Spliterator<? extends TrackedEventMessage<?>> events;
  private final ReaderCallbacks readers;
  private int uncalled;

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
        uncalled++;
      }
      if (advanced ? uncalled == MANY : uncalled > 0) {
        uncalled = 0;
        readers.run();
      }
      return advanced;
    } catch (SerializationException e) {
      readers.fail(e);
      throw e;
    }
  }
}
