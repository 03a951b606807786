package io.slotkeeper.platform.commands;

import java.time.Duration;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives every aggregate the lock factory whose waiting is bounded; by default each would wait for a
 * minute in a queue without end.
 */
final class BoundedLocks implements BeanPostProcessor {

  static final String BEAN = "aggregateLocks";

  private static final int ATTEMPT_MILLIS = 10;
  // The factory counts three attempts before the first that waits.
  private static final int UNUSED_ATTEMPTS = 3;

  static PessimisticLockFactory factory(Duration timeout, int queue) {
    return PessimisticLockFactory.builder()
        .lockAttemptTimeout(ATTEMPT_MILLIS)
        .acquireAttempts(UNUSED_ATTEMPTS + (int) (timeout.toMillis() / ATTEMPT_MILLIS))
        .queueLengthThreshold(queue)
        .build();
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
      aggregate.setLockFactory(BEAN);
    }
    return bean;
  }
}
