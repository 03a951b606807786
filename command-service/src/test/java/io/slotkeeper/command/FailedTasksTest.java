package io.slotkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.slotkeeper.command.notification.whatsapp.FailureClass;
import io.slotkeeper.command.notification.whatsapp.NotSent;
import io.slotkeeper.platform.errors.Circumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures of tasks somebody hears of. */
class FailedTasksTest {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  private final List<Circumstances> reported = new ArrayList<>();
  private final FailedTasks tasks = new FailedTasks((error, where) -> reported.add(where));

  @Test
  void reportsATaskThatFails() {
    tasks.onExecutionComplete(failed(new IllegalStateException()));
    assertThat(reported).containsExactly(Circumstances.ofTask("whatsapp-webhook"));
  }

  @Test
  void leavesOutWhatWhatsAppDoesNotTakeNow() {
    tasks.onExecutionComplete(failed(new NotSent(FailureClass.TRANSIENT, "131016")));
    tasks.onExecutionComplete(ExecutionComplete.success(execution(), NOW, NOW));
    assertThat(reported).isEmpty();
  }

  private static ExecutionComplete failed(RuntimeException cause) {
    return ExecutionComplete.failure(execution(), NOW, NOW, cause);
  }

  private static Execution execution() {
    return new Execution(NOW, new TaskInstance<>("whatsapp-webhook", "1"));
  }
}
