package io.slotkeeper.query.rebuild;

/** What to do when the next generation is not equal to the one that serves. */
public enum OnDifference {
  /** Keep what serves, and say what differs. */
  KEEP,
  /** Trust the events: for tables that have been damaged, or rules that were wrong. */
  SWITCH
}
