package io.slotkeeper.command.simulation;

import java.util.List;

/**
 * One step of a history. Its numbers mean something only where it is taken, such as "the third of
 * the bookings that there are then", so it can be taken in a history that lacks others.
 */
record Step(Act act, int who, int what, int how) {

  /** One of those that there are. */
  static <T> T pick(List<T> all, int number) {
    return all.get(number % all.size());
  }

  /** The last ones more often than those long ago. */
  static <T> T pickLate(List<T> all, int number) {
    int among = number % 4 == 0 ? all.size() : Math.min(all.size(), 4);
    return all.get(all.size() - 1 - (number / 4) % among);
  }
}
