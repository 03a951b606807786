package io.slotkeeper.command;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.slotkeeper.command.privacy.GeneratedKey;
import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.privacy.MasterKey;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks that wait in the database, at the time of the one clock. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
  private static final String TASK_PAYLOAD = "task-payload/1";

  @Bean
  com.github.kagkarlsson.scheduler.Clock taskClock(Clock clock) {
    return clock::instant;
  }

  @Bean
  SchedulerListener failedTasks(ObjectProvider<ErrorReports> reports) {
    return new FailedTasks(reports.getIfAvailable(() -> ErrorReports.NONE));
  }

  @Bean
  DbSchedulerCustomizer taskPayloads(MasterKey masterKey, GeneratedKey generated) {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new SealedBytes(masterKey, generated));
      }
    };
  }

  /**
   * Seals bytes, which are messages from people and to them, and stores all else as db-scheduler
   * does. Whose they are is not known before they are read, so the master key seals them.
   */
  private record SealedBytes(MasterKey masterKey, GeneratedKey generated) implements Serializer {
    @Override
    public byte[] serialize(Object payload) {
      if (payload instanceof byte[] bytes) {
        generated.hold();
        return masterKey.seal(bytes, TASK_PAYLOAD);
      }
      return DEFAULT_JAVA_SERIALIZER.serialize(payload);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
      return type == byte[].class
          ? type.cast(masterKey.open(stored, TASK_PAYLOAD))
          : DEFAULT_JAVA_SERIALIZER.deserialize(type, stored);
    }
  }
}
