package io.slotkeeper.platform.errors.sentry;

import io.slotkeeper.api.Refused;
import io.slotkeeper.platform.commands.ConflictException;
import io.slotkeeper.platform.problem.Outages;
import io.slotkeeper.platform.problem.ProblemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.springframework.dao.TransientDataAccessException;

/** Tells errors that somebody should look at from what passes, and from answers. */
final class Unexpected {
  private static final int LONGEST_CHAIN = 20;

  private Unexpected() {}

  static boolean is(Throwable error) {
    return !Outages.isOutage(error)
        && Stream.iterate(error, cause -> cause != null, Throwable::getCause)
            .limit(LONGEST_CHAIN)
            .noneMatch(Unexpected::isPassingOrAnAnswer);
  }

  private static boolean isPassingOrAnAnswer(Throwable error) {
    return error instanceof Refused
        || error instanceof ProblemException
        || error instanceof ConflictException
        || error instanceof TransientDataAccessException
        || error instanceof RejectedExecutionException
        || error instanceof CancellationException
        || error instanceof InterruptedException;
  }
}
