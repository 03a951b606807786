package io.slotkeeper.command.notification.chat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a webhook again, ever more rarely but at least hourly, for seven days in all. */
class BackOff implements FailureHandler<byte[]> {

  private static final Logger log = LoggerFactory.getLogger(BackOff.class);
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Above this the doubled wait is longer than the longest. */
  private static final int DOUBLINGS = 10;

  /** Ten waits of 85 minutes together, then hours up to seven days. */
  private static final int MOST_FAILURES = 177;

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<byte[]> operations) {
    int earlier = failed.getExecution().consecutiveFailures;
    if (earlier >= MOST_FAILURES) {
      log.error(
          "Webhook {} is given up after {} failures",
          failed.getExecution().taskInstance.getId(),
          earlier + 1);
      operations.stop();
    } else {
      operations.reschedule(failed, failed.getTimeDone().plus(waitAfter(earlier)));
    }
  }

  static Duration waitAfter(int earlierFailures) {
    var doubled = FIRST.multipliedBy(1L << Math.min(earlierFailures, DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
