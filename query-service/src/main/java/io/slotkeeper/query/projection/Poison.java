package io.slotkeeper.query.projection;

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
  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (cause instanceof RuntimeException passing && !isOfTheEvent(cause)) {
      throw passing;
    }
    return Decisions.enqueue(ThrowableCause.truncated(cause));
  }

  static boolean isOfTheEvent(Throwable failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException
            || failure instanceof TransactionException
            || failure instanceof NewerEdition);
  }
}
