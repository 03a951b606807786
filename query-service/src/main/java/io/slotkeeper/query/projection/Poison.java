package io.slotkeeper.query.projection;

import io.slotkeeper.platform.errors.ErrorReports;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Tells an event that cannot be projected from a database that cannot be reached. The first is put
 * aside and holds back its own aggregate only; the second passes, so everything waits.
 */
final class Poison implements EnqueuePolicy<EventMessage<?>> {
  private final String projection;
  private final ErrorReports reports;

  Poison(String projection, ErrorReports reports) {
    this.projection = projection;
    this.reports = reports;
  }

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (cause instanceof RuntimeException passing && !isOfTheEvent(cause)) {
      throw passing;
    }
    reports.report(cause, projection, letter.message());
    return Decisions.enqueue(ThrowableCause.truncated(cause));
  }

  static boolean isOfTheEvent(Throwable failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException
            || failure instanceof TransactionException
            || failure instanceof NewerEdition);
  }
}
