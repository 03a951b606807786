package io.slotkeeper.query.events;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.origin.Origin;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** Reads what happened to one thing from the event store, oldest first: all of it, never behind. */
@Component
public class EventStreams {
  private final EventStorageEngine events;
  private final EventNames names;

  EventStreams(EventStorageEngine events, EventNames names) {
    this.events = events;
    this.names = names;
  }

  /** What happened to a business; nothing where there is none. */
  public List<StoredEvent<BusinessEvent>> of(BusinessId id) {
    return read(id.value(), 0, BusinessEvent.class);
  }

  /** What happened to a slot; nothing where nobody has touched it. */
  public List<StoredEvent<SlotEvent>> of(SlotId id) {
    return read(id.toString(), 0, SlotEvent.class);
  }

  /** What happened to a booking; nothing where there is none. */
  public List<StoredEvent<BookingEvent>> of(BookingId id) {
    return read(id.value(), 0, BookingEvent.class);
  }

  /** The last things that happened to a booking. */
  public List<StoredEvent<BookingEvent>> newest(BookingId id, int most) {
    long last = events.lastSequenceNumberFor(id.value()).orElse(-1L);
    return read(id.value(), Math.max(0, last - most + 1), BookingEvent.class);
  }

  private <E> List<StoredEvent<E>> read(String id, long first, Class<E> kind) {
    return events.readEvents(id, first).asStream().map(message -> stored(message, kind)).toList();
  }

  private <E> StoredEvent<E> stored(DomainEventMessage<?> message, Class<E> kind) {
    var name = names.ofType(message.getPayloadType()).orElseThrow().name();
    return new StoredEvent<>(
        name,
        message.getSequenceNumber(),
        message.getTimestamp(),
        kind.cast(message.getPayload()),
        Origin.of(message.getMetaData()).orElse(null));
  }
}
