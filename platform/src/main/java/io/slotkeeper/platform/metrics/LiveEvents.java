package io.slotkeeper.platform.metrics;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;

/** Leaves history out: a processor that is new reads it, and nothing of that happens now. */
final class LiveEvents implements MessageMonitor<EventMessage<?>> {
  private final MessageMonitor<? super EventMessage<?>> monitor;

  LiveEvents(MessageMonitor<? super EventMessage<?>> monitor) {
    this.monitor = monitor;
  }

  @Override
  public MonitorCallback onMessageIngested(EventMessage<?> event) {
    return ReplayToken.isReplay(event)
        ? NoOpMessageMonitorCallback.INSTANCE
        : monitor.onMessageIngested(event);
  }
}
