package io.slotkeeper.query;

import java.util.List;

/**
 * Part of a list.
 *
 * @param more whether the list goes on after it
 */
public record Page<T>(List<T> items, boolean more) {
  /** The first rows of a result that was asked for one more than the limit. */
  public static <T> Page<T> of(List<T> rows, int limit) {
    return rows.size() > limit
        ? new Page<>(List.copyOf(rows.subList(0, limit)), true)
        : new Page<>(List.copyOf(rows), false);
  }

  /** The last of its items. */
  public T last() {
    return items.getLast();
  }
}
