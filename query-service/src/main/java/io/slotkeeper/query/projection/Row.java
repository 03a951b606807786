package io.slotkeeper.query.projection;

/** What the events of one aggregate have come to, in one row of a read model. Immutable. */
public interface Row {
  /** The id of the aggregate, which is the key of the row. */
  String id();

  /** The sequence number of the last event in it. */
  long version();
}
