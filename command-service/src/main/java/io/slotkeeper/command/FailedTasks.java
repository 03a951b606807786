package io.slotkeeper.command;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.slotkeeper.command.notification.whatsapp.NotSent;
import io.slotkeeper.platform.errors.Circumstances;
import io.slotkeeper.platform.errors.ErrorReports;

/** Reports tasks that fail, but for answers that WhatsApp does not take now. */
final class FailedTasks extends AbstractSchedulerListener {

  private final ErrorReports reports;

  FailedTasks(ErrorReports reports) {
    this.reports = reports;
  }

  @Override
  public void onExecutionComplete(ExecutionComplete done) {
    if (done.getResult() == ExecutionComplete.Result.FAILED) {
      done.getCause()
          .filter(cause -> !(cause instanceof NotSent))
          .ifPresent(
              cause ->
                  reports.report(
                      cause, Circumstances.ofTask(done.getExecution().taskInstance.getTaskName())));
    }
  }
}
