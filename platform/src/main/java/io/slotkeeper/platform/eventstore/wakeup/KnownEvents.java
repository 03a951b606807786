package io.slotkeeper.platform.eventstore.wakeup;

import io.slotkeeper.platform.eventstore.serialization.UnknownEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** The events of one aggregate, all of which must be known: it would decide without the others. */
record KnownEvents(DomainEventStream events) implements DomainEventStream {

  @Override
  public DomainEventMessage<?> peek() {
    return known(events.peek());
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public DomainEventMessage<?> next() {
    return known(events.next());
  }

  @Override
  public @Nullable Long getLastSequenceNumber() {
    return events.getLastSequenceNumber();
  }

  private static DomainEventMessage<?> known(DomainEventMessage<?> event) {
    if (event.getPayload() instanceof UnknownEvent unknown) {
      throw unknown.refused();
    }
    return event;
  }
}
