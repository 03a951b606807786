package io.slotkeeper.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;

/** Failures that come from a database which is away or overloaded, not from the request. */
public final class Outages {
  private static final Logger log = LoggerFactory.getLogger(Outages.class);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final int LONGEST_CHAIN = 20;

  /** Connection trouble, too little of something, an operator's doing, a failing disk. */
  private static final Set<String> STATE_CLASSES = Set.of("08", "53", "57", "58");

  /** A lock that was not free in time; a session or transaction that was ended for its length. */
  private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04");

  private Outages() {}

  /** Whether it is one. */
  public static boolean isOutage(Throwable thrown) {
    Throwable next = thrown;
    for (int i = 0; next != null && i < LONGEST_CHAIN; i++) {
      // Where a connection breaks, the rollback fails as well, and hides what failed before it.
      if (next instanceof SQLTransientConnectionException
          || next instanceof TransactionSystemException
          || (next instanceof SQLException sql && isOutage(sql.getSQLState()))) {
        return true;
      }
      next = next.getCause();
    }
    return false;
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (STATES.contains(state) || STATE_CLASSES.contains(state.substring(0, 2)));
  }

  static ProblemException problem(Throwable thrown) {
    // Without its stack: an outage would write one for each of very many requests.
    log.warn("Not available: {}", thrown.getClass().getSimpleName());
    return ProblemException.of(
            ProblemCode.UNAVAILABLE, "The server cannot do this now. Try again shortly.")
        .retryAfter(WAIT);
  }
}
