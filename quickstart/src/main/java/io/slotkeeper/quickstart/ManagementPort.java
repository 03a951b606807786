package io.slotkeeper.quickstart;

import java.util.Collection;

/**
 * Where a service shows its metrics and its health, to this machine alone.
 *
 * @param setting the environment variable that chooses it
 * @param number 0 for any
 * @param isChosen by the user, whom it then matters to
 */
record ManagementPort(String setting, int number, boolean isChosen) {

  private static final int NONE = -1;

  static ManagementPort any(String setting) {
    return new ManagementPort(setting, 0, true);
  }

  void requireFree() {
    if (isChosen) {
      Ports.requireFree(number, setting);
    }
  }

  /**
   * What to listen on: a port that nobody chose is done without where it is taken.
   *
   * @param others that quickstart itself listens on
   */
  int orNone(Collection<Integer> others) {
    return isChosen || (!others.contains(number) && Ports.isFree(number)) ? number : NONE;
  }
}
