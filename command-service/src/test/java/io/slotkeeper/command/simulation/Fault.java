package io.slotkeeper.command.simulation;

/** What must not be. */
final class Fault extends AssertionError {

  private static final long serialVersionUID = 1L;

  Fault(String message) {
    super(message);
  }

  Fault(String message, Throwable cause) {
    super(message, cause);
  }

  static void unless(boolean holds, String what) {
    if (!holds) {
      throw new Fault(what);
    }
  }

  static void unlessEqual(Object actual, Object expected, String what) {
    if (!actual.equals(expected)) {
      throw new Fault("%s%n  is       %s%n  and must %s".formatted(what, actual, expected));
    }
  }
}
