package io.slotkeeper.platform.commands;

/** A command lost the race for an aggregate, also when it was retried; answered with 409. */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConflictException(Throwable cause) {
    super("Another command changed the same thing at the same time", cause);
  }
}
