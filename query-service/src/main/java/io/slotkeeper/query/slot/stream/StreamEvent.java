package io.slotkeeper.query.slot.stream;

/**
 * A Server-Sent Event, written out once for all who get it.
 *
 * @param seq its place in the feed, where a listener who has got it goes on
 * @param ofBusiness whether the business itself has changed
 */
record StreamEvent(long seq, boolean ofBusiness, String text) {
  /** Says nothing; it only wakes whoever waits for one. */
  static final StreamEvent NONE = new StreamEvent(-1, false, "");

  /** An event whose data is one line of JSON; browsers pass over events without data. */
  static StreamEvent of(String name, long seq, String json) {
    return new StreamEvent(
        seq, name.equals("business"), "event: %s\nid: %d\ndata: %s\n\n".formatted(name, seq, json));
  }
}
