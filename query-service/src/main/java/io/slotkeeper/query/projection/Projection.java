package io.slotkeeper.query.projection;

import io.slotkeeper.query.ReadModelOutOfStep;
import java.time.Instant;

/**
 * Keeps one row for each aggregate of a kind. It only says what a row is after an event: when rows
 * are read and written, and in which generation of the read model, is not its business. A bean of
 * this type is followed, rebuilt and watched without further wiring.
 *
 * @param <E> the events of the aggregate, all of them
 * @param <R> the row, immutable
 */
public interface Projection<E, R extends Row> {
  /** Names it for operators, and its processing group. */
  String name();

  /**
   * Which edition of the rules below this is, counted from 1. A higher number than the one that
   * filled the tables starts a rebuild when it is deployed.
   */
  int version();

  /** What it follows. */
  Class<E> events();

  /** Where its rows are. */
  RowTable<R> table();

  /**
   * The row that the first event begins.
   *
   * @param version sequence number of the event
   * @param at when it was appended
   * @throws ReadModelOutOfStep for an event that begins nothing
   */
  R begin(E event, long version, Instant at);

  /** The row after one more event. It may depend on nothing but these. */
  R after(R row, E event, long version, Instant at);
}
