package io.slotkeeper.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.foundation.Routine;
import io.slotkeeper.platform.metrics.MetricsSettings;
import io.slotkeeper.query.projection.Projections;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How the rebuilds of all nodes get on, as every node shows it. Gauges show what was last read; not
 * a number while it cannot be read.
 */
@Component
class RebuildMeters implements SmartLifecycle {
  private final Rebuilds rebuilds;
  private final Routine reading;
  private volatile @Nullable Map<String, Rebuild> running;

  RebuildMeters(
      Rebuilds rebuilds, Projections projections, MeterRegistry meters, MetricsSettings settings) {
    this.rebuilds = rebuilds;
    this.reading = new Routine("rebuild-meters", settings.interval(), this::read);
    for (var projection : projections.all()) {
      var name = projection.name();
      gauge(meters, "slotkeeper.rebuild.running", name, rebuild -> 1);
      gauge(meters, "slotkeeper.rebuild.progress", name, RebuildMeters::progress);
      gauge(meters, "slotkeeper.rebuild.events", name, Rebuild::done);
    }
  }

  void read() {
    try {
      running =
          rebuilds.running().stream()
              .collect(Collectors.toMap(Rebuild::projection, Function.identity()));
    } catch (RuntimeException e) {
      running = null;
      throw e;
    }
  }

  @Override
  public void start() {
    reading.start();
  }

  @Override
  public void stop() {
    reading.stop();
  }

  @Override
  public boolean isRunning() {
    return reading.isRunning();
  }

  private void gauge(
      MeterRegistry meters, String meter, String projection, ToDoubleFunction<Rebuild> value) {
    Gauge.builder(meter, this, all -> all.value(projection, value))
        .tag("projection", projection)
        .register(meters);
  }

  private double value(String projection, ToDoubleFunction<Rebuild> value) {
    var now = running;
    if (now == null) {
      return Double.NaN;
    }
    var rebuild = now.get(projection);
    return rebuild == null ? 0 : value.applyAsDouble(rebuild);
  }

  private static double progress(Rebuild rebuild) {
    return rebuild.total() == 0 ? 0 : Math.min(1, (double) rebuild.done() / rebuild.total());
  }
}
