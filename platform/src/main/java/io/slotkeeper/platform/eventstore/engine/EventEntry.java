package io.slotkeeper.platform.eventstore.engine;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** An event of the store. */
record EventEntry(
    String type,
    @Nullable String aggregateIdentifier,
    long sequenceNumber,
    String eventIdentifier,
    Instant timestamp,
    SerializedObject<byte[]> payload,
    SerializedObject<byte[]> metaData)
    implements DomainEventData<byte[]> {

  @Override
  public String getType() {
    return type;
  }

  @Override
  public @Nullable String getAggregateIdentifier() {
    return aggregateIdentifier;
  }

  @Override
  public long getSequenceNumber() {
    return sequenceNumber;
  }

  @Override
  public String getEventIdentifier() {
    return eventIdentifier;
  }

  @Override
  public Instant getTimestamp() {
    return timestamp;
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return payload;
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return metaData;
  }
}
