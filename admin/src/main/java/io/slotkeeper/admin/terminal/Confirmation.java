package io.slotkeeper.admin.terminal;

/** Asks before what cannot be taken back. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Returns where it is to be done.
   *
   * @param given whether that was said with the command
   */
  public static void require(Output output, boolean given, String question) {
    if (given) {
      return;
    }
    var answer = output.terminal().keyboard().line(question + " Type yes:");
    if (answer.isEmpty()) {
      throw new Unusable("Nobody can be asked here: say --yes if it is to be done");
    }
    if (!answer.get().strip().equalsIgnoreCase("yes")) {
      throw new Unusable("Nothing was changed");
    }
  }
}
