package io.slotkeeper.command.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Events as the table of the services keeps them: in one order, each number of a stream once. */
final class StoredEvents implements EventStorageEngine {

  private final List<DomainEventMessage<?>> log = new ArrayList<>();
  private final Map<String, List<DomainEventMessage<?>>> streams = new TreeMap<>();
  private final Transactions transactions;
  private final Serializer serializer;

  StoredEvents(Transactions transactions, Serializer serializer) {
    this.transactions = transactions;
    this.serializer = serializer;
  }

  void clear() {
    log.clear();
    streams.clear();
  }

  /** All that was committed, oldest first. */
  List<DomainEventMessage<?>> log() {
    return log;
  }

  /** The streams whose names begin so. */
  Map<String, List<DomainEventMessage<?>>> streams(String prefix) {
    var found = new TreeMap<String, List<DomainEventMessage<?>>>();
    streams.forEach(
        (id, events) -> {
          if (id.startsWith(prefix)) {
            found.put(id, events);
          }
        });
    return found;
  }

  List<DomainEventMessage<?>> stream(String id) {
    return streams.getOrDefault(id, List.of());
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    events.forEach(event -> append((DomainEventMessage<?>) event));
  }

  private void append(DomainEventMessage<?> event) {
    var id = event.getAggregateIdentifier();
    var stream = streams.computeIfAbsent(id, key -> new ArrayList<>());
    if (event.getSequenceNumber() != stream.size()) {
      throw new ConcurrencyException("Number %d of %s".formatted(event.getSequenceNumber(), id));
    }
    var stored = asReadBack(event);
    stream.add(stored);
    log.add(stored);
    transactions.changed(
        () -> {
          log.removeLast();
          stream.removeLast();
          if (stream.isEmpty()) {
            streams.remove(id);
          }
        });
  }

  private DomainEventMessage<?> asReadBack(DomainEventMessage<?> event) {
    Object payload = serializer.deserialize(serializer.serialize(event.getPayload(), byte[].class));
    return new GenericDomainEventMessage<>(
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload,
        event.getMetaData(),
        event.getIdentifier(),
        event.getTimestamp());
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    var stream = stream(aggregateIdentifier);
    int from = (int) Math.min(firstSequenceNumber, stream.size());
    return DomainEventStream.of(List.copyOf(stream.subList(from, stream.size())));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    var stream = stream(aggregateIdentifier);
    return stream.isEmpty() ? Optional.empty() : Optional.of(stream.size() - 1L);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return Optional.empty();
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException("No history is as long as that");
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    throw new UnsupportedOperationException("Events are handed over by chance, not by a processor");
  }
}
