package io.slotkeeper.query.cache;

import java.util.Collection;

/** How far projections have come. */
@FunctionalInterface
public interface Positions {
  /** What is read where nothing is known to be contained. */
  long NOTHING = -1;

  /**
   * The highest global index up to which all of these contain every event; {@link #NOTHING} where
   * one has none or is being rebuilt. Read before the rows, it is true of them.
   */
  long contained(Collection<String> projections);
}
