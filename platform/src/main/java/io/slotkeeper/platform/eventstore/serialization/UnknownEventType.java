package io.slotkeeper.platform.eventstore.serialization;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;

/** The store holds what this version of the software cannot read; skipping it would lose it. */
public final class UnknownEventType extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnknownEventType(SerializedType type) {
    super(
        "No type and no upcaster for %s, revision %s"
            .formatted(type.getName(), type.getRevision()));
  }
}
