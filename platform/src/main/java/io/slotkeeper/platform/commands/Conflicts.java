package io.slotkeeper.platform.commands;

import static io.slotkeeper.platform.eventstore.SqlStates.DEADLOCK_DETECTED;
import static io.slotkeeper.platform.eventstore.SqlStates.SERIALIZATION_FAILURE;
import static io.slotkeeper.platform.eventstore.SqlStates.UNIQUE_VIOLATION;

import io.slotkeeper.platform.eventstore.SqlStates;
import java.util.Set;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Which failures come from a race, and which of them a second attempt may win. */
final class Conflicts {

  private static final Set<String> LOST_RACES = Set.of(DEADLOCK_DETECTED, SERIALIZATION_FAILURE);

  private Conflicts() {}

  static boolean isWorthARetry(Throwable failure) {
    // The exception follows the first event of a batch, so a race for a new stream has another type
    // than a race for an existing one.
    return failure instanceof ConcurrencyException
        || failure instanceof DeadlockException
        || (failure instanceof AggregateStreamCreationException
            && SqlStates.isCausedBy(failure, Set.of(UNIQUE_VIOLATION)))
        || SqlStates.isCausedBy(failure, LOST_RACES);
  }

  static boolean isConflict(Throwable failure) {
    return isWorthARetry(failure) || failure instanceof LockAcquisitionFailedException;
  }
}
