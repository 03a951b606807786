package io.slotkeeper.quickstart.embedded;

/** Something that the user can put right stands in the way; the message is the line to print. */
public final class CannotStart extends RuntimeException {

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
