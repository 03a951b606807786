package io.slotkeeper.command.simulation;

/** Which version a caller says to have seen. */
enum Seen {
  NOTHING,
  THE_NEWEST,
  ANOTHER
}
