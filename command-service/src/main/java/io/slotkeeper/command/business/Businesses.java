package io.slotkeeper.command.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.command.LeastRecentlyUsed;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every business as it is now, read without a lock, or all bookings of one would queue behind each
 * other. What is remembered is checked against the store each time, since another node may have
 * changed the business a moment ago.
 */
@Component
public class Businesses implements OwnerKeyHashes {

  private static final Logger log = LoggerFactory.getLogger(Businesses.class);
  private static final int REMEMBERED = 10_000;

  /** Not the event store: that would also show what this transaction may still roll back. */
  private final EventStorageEngine events;

  private final Map<BusinessId, Known> known = LeastRecentlyUsed.map(REMEMBERED);

  Businesses(EventStorageEngine events) {
    this.events = events;
  }

  /** The business as its last committed event left it; empty where there is none. */
  public Optional<BusinessState> current(BusinessId businessId) {
    return events
        .lastSequenceNumberFor(businessId.value())
        .map(newest -> upTo(businessId, newest).state());
  }

  @Override
  public Optional<String> keyHashOf(BusinessId businessId) {
    return current(businessId).map(BusinessState::apiKeyHash);
  }

  private Known upTo(BusinessId businessId, long newest) {
    var remembered = known.get(businessId);
    if (remembered != null && remembered.sequenceNumber() >= newest) {
      return remembered;
    }
    var current = read(businessId, remembered);
    known.put(businessId, current);
    return current;
  }

  private Known read(BusinessId businessId, @Nullable Known remembered) {
    var current = remembered == null ? snapshot(businessId) : remembered;
    long next = current == null ? 0 : current.sequenceNumber() + 1;
    var newer = events.readEvents(businessId.value(), next);
    while (newer.hasNext()) {
      var message = newer.next();
      var event = (BusinessEvent) message.getPayload();
      var state =
          current == null
              ? BusinessState.begin((BusinessRegistered) event)
              : current.state().after(event);
      current = new Known(state, message.getSequenceNumber());
    }
    if (current == null) {
      throw new IllegalStateException("a business has a last event but no first one");
    }
    return current;
  }

  private @Nullable Known snapshot(BusinessId businessId) {
    try {
      return events.readSnapshot(businessId.value()).map(Businesses::known).orElse(null);
    } catch (SerializationException e) {
      log.warn("The snapshot of {} cannot be read, all events are", businessId, e);
      return null;
    }
  }

  private static Known known(DomainEventMessage<?> snapshot) {
    return new Known(((Business) snapshot.getPayload()).registered(), snapshot.getSequenceNumber());
  }

  private record Known(BusinessState state, long sequenceNumber) {}
}
