package io.slotkeeper.platform.eventstore.serialization;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** The store holds what this version of the software cannot read; skipping it would lose it. */
public final class UnknownEventType extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnknownEventType(String name, @Nullable String revision) {
    super("No type and no upcaster for %s, revision %s".formatted(name, revision));
  }
}
