package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;

/**
 * How old the newest event was when a processor took it up, in milliseconds. Axon's own registers
 * its gauge again with each event, which Micrometer warns of.
 */
final class NewestLatency implements MessageMonitor<EventMessage<?>> {
  private final AtomicLong millis = new AtomicLong();
  private final Clock clock;

  NewestLatency(MeterRegistry meters, Tag processor) {
    this.clock = meters.config().clock();
    Gauge.builder("eventProcessor.latency", millis, AtomicLong::get)
        .tags(List.of(processor))
        .register(meters);
  }

  @Override
  public MonitorCallback onMessageIngested(EventMessage<?> event) {
    millis.set(Math.max(0, clock.wallTime() - event.getTimestamp().toEpochMilli()));
    return NoOpMessageMonitorCallback.INSTANCE;
  }
}
