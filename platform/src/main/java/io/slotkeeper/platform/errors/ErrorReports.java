package io.slotkeeper.platform.errors;

import org.axonframework.eventhandling.EventMessage;

/**
 * Where errors go that nobody expected, so that somebody looks. What callers do wrong, and what is
 * away for a while, is not for here.
 */
@FunctionalInterface
public interface ErrorReports {
  /** For where nobody watches. */
  ErrorReports NONE = (error, where) -> {};

  /**
   * Reports an error; returns at once and never throws. The same error from the same place is
   * reported now and then only.
   */
  void report(Throwable error, Circumstances where);

  /** Reports what happened to an event in this processor. */
  default void report(Throwable error, String processor, EventMessage<?> event) {
    report(error, Circumstances.of(processor, event));
  }
}
