package io.slotkeeper.platform.eventstore.wakeup;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** An engine that calls the readers when what it read has been cached, and stores named events. */
public final class WakeableStorageEngine implements EventStorageEngine {

  private final EventStorageEngine engine;
  private final EventNames names;
  private final ReaderCallbacks readers = new ReaderCallbacks();

  public WakeableStorageEngine(EventStorageEngine engine, EventNames names) {
    this.engine = engine;
    this.names = names;
  }

  ReaderCallbacks readers() {
    return readers;
  }

  /** The engine that does the work. */
  public EventStorageEngine wrapped() {
    return engine;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> event : events) {
      if (names.ofType(event.getPayloadType()).isEmpty()) {
        throw new IllegalArgumentException(
            "An event without a name cannot be stored: " + event.getPayloadType().getName());
      }
    }
    engine.appendEvents(events);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    engine.storeSnapshot(snapshot);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    // Only the shared cache of the event store reads with mayBlock.
    if (mayBlock && token == null) {
      // Its last reader has just gone. Without a position it would read all of the history.
      return Stream.empty();
    }
    Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token, mayBlock);
    return mayBlock
        ? StreamSupport.stream(new CallingSpliterator(events.spliterator(), readers), false)
            .onClose(events::close)
        : events;
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return new KnownEvents(engine.readEvents(aggregateIdentifier, firstSequenceNumber));
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    var snapshot = engine.readSnapshot(aggregateIdentifier);
    // Here, where the event store goes on without one that cannot be read, and not later.
    snapshot.ifPresent(DomainEventMessage::getPayload);
    return snapshot;
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return engine.lastSequenceNumberFor(aggregateIdentifier);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant dateTime) {
    return engine.createTokenAt(dateTime);
  }
}
