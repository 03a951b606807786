package io.slotkeeper.command;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks that wait in the database, at the time of the one clock. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

  @Bean
  com.github.kagkarlsson.scheduler.Clock taskClock(Clock clock) {
    return clock::instant;
  }

  @Bean
  DbSchedulerCustomizer taskPayloads() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new PlainBytes());
      }
    };
  }

  /** Stores bytes as they are, and all else as db-scheduler does. */
  private static final class PlainBytes implements Serializer {
    @Override
    public byte[] serialize(Object payload) {
      return payload instanceof byte[] bytes ? bytes : DEFAULT_JAVA_SERIALIZER.serialize(payload);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
      return type == byte[].class
          ? type.cast(stored)
          : DEFAULT_JAVA_SERIALIZER.deserialize(type, stored);
    }
  }
}
