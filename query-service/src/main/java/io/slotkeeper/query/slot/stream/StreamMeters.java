package io.slotkeeper.query.slot.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What operators see of streams. */
@Component
class StreamMeters {
  private final Counter sent;
  private final Counter dropped;

  StreamMeters(MeterRegistry registry, Listeners listeners) {
    Gauge.builder("slotkeeper.stream.listeners", listeners, Listeners::count)
        .description("Open streams on this node")
        .register(registry);
    this.sent =
        Counter.builder("slotkeeper.stream.sent")
            .description("Events sent to listeners")
            .register(registry);
    this.dropped =
        Counter.builder("slotkeeper.stream.dropped")
            .description("Streams that were ended because their readers were too slow")
            .register(registry);
  }

  void countSent(int events) {
    sent.increment(events);
  }

  void countDropped() {
    dropped.increment();
  }
}
