package io.slotkeeper.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Dates events by the service's clock. Axon keeps that of all events in a static field, so where
 * several services share a JVM, it is that of the last one that began and still runs.
 */
final class EventClock implements InitializingBean, DisposableBean {

  private static final List<EventClock> running = new ArrayList<>();
  private static Clock found = GenericEventMessage.clock;

  private final Clock clock;

  EventClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    synchronized (running) {
      if (running.isEmpty()) {
        found = GenericEventMessage.clock;
      }
      running.add(this);
      GenericEventMessage.clock = clock;
    }
  }

  @Override
  public void destroy() {
    synchronized (running) {
      running.remove(this);
      GenericEventMessage.clock = running.isEmpty() ? found : running.getLast().clock;
    }
  }
}
