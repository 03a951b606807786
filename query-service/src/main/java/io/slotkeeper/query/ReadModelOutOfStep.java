package io.slotkeeper.query;

/** A projection is missing what an event builds on: it must stop, since going on would lose it. */
public final class ReadModelOutOfStep extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** An event with this sequence number came to an aggregate whose beginning was not seen. */
  public ReadModelOutOfStep(String id, long sequenceNumber) {
    super("event %d of %s has nothing to build on".formatted(sequenceNumber, id));
  }
}
