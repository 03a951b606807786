package io.slotkeeper.command.saga;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;

/**
 * Deadlines on db-scheduler. One that is dropped while it fires is let be: its saga has ended, or
 * finds that it is not the deadline that it waits for. Axon's own would throw at the commit, and so
 * stop the sagas of all bookings until the execution is over.
 */
final class PatientDeadlines extends DbSchedulerDeadlineManager {

  PatientDeadlines(Builder builder) {
    super(builder);
  }

  @Override
  protected void runOnPrepareCommitOrNow(Runnable deadlineCall) {
    super.runOnPrepareCommitOrNow(
        () -> {
          try {
            deadlineCall.run();
          } catch (TaskInstanceCurrentlyExecutingException firesNow) {
            // Said above.
          }
        });
  }
}
