package io.slotkeeper.command.simulation;

/**
 * The end of a node in the middle of its work. An error, so that nothing takes it for a refusal.
 */
final class PowerFailure extends Error {

  private static final long serialVersionUID = 1L;

  PowerFailure() {
    super("The power has failed", null, false, false);
  }
}
