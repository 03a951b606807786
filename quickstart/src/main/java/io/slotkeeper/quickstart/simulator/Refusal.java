package io.slotkeeper.quickstart.simulator;

/** What the simulator's own paths answer to a wrong request. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String detail) {
    super(detail);
    this.status = status;
  }

  int status() {
    return status;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
