package io.slotkeeper.platform.eventstore;

import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/** Tells a conflict from a broken store; Axon's own resolver does not know PostgreSQL's code. */
final class UniqueViolationResolver implements PersistenceExceptionResolver {

  @Override
  public boolean isDuplicateKeyViolation(Exception exception) {
    return SqlStates.isCausedBy(exception, Set.of(SqlStates.UNIQUE_VIOLATION));
  }
}
