package io.slotkeeper.query.rebuild;

/** How far a rebuild has come. */
public enum RebuildState {
  /** Asked for; no node has taken it up yet. */
  REQUESTED,
  /** The events are read into the next generation. */
  REPLAYING,
  /** The next generation has caught up and is compared with the one that serves. */
  COMPARING,
  /** The next generation serves. */
  DONE,
  /** Given up; what served before still does. */
  FAILED,
  /** Called off; what served before still does. */
  CANCELLED
}
