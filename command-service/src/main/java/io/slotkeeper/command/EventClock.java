package io.slotkeeper.command;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Dates events by the service's clock. Axon keeps that of all events in a static field, so a
 * service that ends leaves it as it was, to another one of its JVM.
 */
final class EventClock implements InitializingBean, DisposableBean {

  private final Clock clock;
  private Clock before = GenericEventMessage.clock;

  EventClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    before = GenericEventMessage.clock;
    GenericEventMessage.clock = clock;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Another service's may be equal, and still be another's.
  public void destroy() {
    if (GenericEventMessage.clock == clock) {
      GenericEventMessage.clock = before;
    }
  }
}
