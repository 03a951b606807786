package io.slotkeeper.command.http;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.slotkeeper.platform.idempotency.IdempotencyConfiguration;
import io.slotkeeper.platform.idempotency.IdempotencyKeys;
import io.slotkeeper.platform.idempotency.IdempotencyTable;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(IdempotencyConfiguration.class)
class IdempotencyOfCommands {
  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  @Bean
  IdempotencyTable idempotencyTable() {
    return new IdempotencyTable("command.idempotency_key");
  }

  @Bean
  RecurringTask<Void> idempotencyPurge(IdempotencyKeys keys) {
    return Tasks.recurring("idempotency-purge", FixedDelay.of(BETWEEN_PURGES))
        .execute((purge, context) -> keys.forgetOld());
  }
}
