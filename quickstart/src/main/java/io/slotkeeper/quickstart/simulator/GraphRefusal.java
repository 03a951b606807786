package io.slotkeeper.quickstart.simulator;

/** A message that is not accepted. */
final class GraphRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GraphError error;

  GraphRefusal(GraphError error) {
    super(error.message());
    this.error = error;
  }

  GraphError error() {
    return error;
  }
}
