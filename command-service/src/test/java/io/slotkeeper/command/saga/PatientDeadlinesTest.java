package io.slotkeeper.command.saga;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

/**
 * Against a scheduler that is always in the middle of what is cancelled, which a real one seldom
 * is.
 */
class PatientDeadlinesTest {

  private final Scheduler scheduler = mock(Scheduler.class);

  @Test
  void letsADeadlineBeThatFiresWhileItIsDropped() {
    doThrow(new TaskInstanceCurrentlyExecutingException("deadline", "1"))
        .when(scheduler)
        .cancel(any(TaskInstanceId.class));

    assertThatCode(this::cancelAndCommit).doesNotThrowAnyException();
    verify(scheduler).cancel(any(TaskInstanceId.class));
  }

  @Test
  void hidesNoOtherFailure() {
    doThrow(new IllegalStateException("broken")).when(scheduler).cancel(any(TaskInstanceId.class));

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::cancelAndCommit);
  }

  private void cancelAndCommit() {
    DeadlineManager deadlines =
        new PatientDeadlines(
            DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .serializer(JacksonSerializer.defaultSerializer())
                .transactionManager(NoTransactionManager.INSTANCE)
                .scopeAwareProvider(
                    new ConfigurationScopeAwareProvider(mock(Configuration.class))));
    var work = DefaultUnitOfWork.startAndGet(null);
    deadlines.cancelSchedule(BookingSaga.APPROVAL_DEADLINE, "1");
    work.commit();
  }
}
