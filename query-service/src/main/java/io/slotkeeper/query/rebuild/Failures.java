package io.slotkeeper.query.rebuild;

import java.sql.SQLException;
import org.axonframework.common.AxonTransientException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** What ends a rebuild, and what only holds it up. */
final class Failures {
  private static final int MOST = 500;

  private Failures() {}

  /** A database that cannot be reached passes; an event that cannot be projected does not. */
  static boolean isFinal(Throwable failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException
            || failure instanceof TransactionException
            || failure instanceof AxonTransientException
            || failure instanceof SQLException
            || failure.getCause() instanceof SQLException);
  }

  static String words(Throwable failure) {
    // The outer ones repeat whole statements.
    var cause = NestedExceptionUtils.getMostSpecificCause(failure);
    var text = "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }
}
