package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.eventstore.EventProcessing;
import io.slotkeeper.platform.foundation.Routine;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;

/**
 * Gauges over the processors of the service. They show what was last read and never ask the
 * database themselves; what has not been read for a while shows as not a number, since the last
 * value would look healthy. Very many letters are read less often, and still shown.
 */
final class ProcessorMeters implements SmartLifecycle {
  /** Intervals after which a reading is too old to be shown. */
  private static final int MISSED = 3;

  /** What was read, and when by {@link System#nanoTime()}. */
  private record Read(
      Map<String, ProcessorReading> processors, Map<String, Long> letters, long at) {}

  private final MeterRegistry meters;
  private final EventProcessing processing;
  private final ProcessorReadings readings;
  private final DeadLetterCounts letters;
  private final Duration interval;
  private final Routine reading;
  private volatile Read last = new Read(Map.of(), Map.of(), System.nanoTime());

  ProcessorMeters(
      MeterRegistry meters,
      EventProcessing processing,
      ProcessorReadings readings,
      DeadLetterCounts letters,
      MetricsSettings settings) {
    this.meters = meters;
    this.processing = processing;
    this.readings = readings;
    this.letters = letters;
    this.interval = settings.interval();
    this.reading = new Routine("metrics-reading", interval, this::read);
  }

  /** Reads once; what it finds may end a failure, and so decides on health as well. */
  void read() {
    long begun = System.nanoTime();
    var processors = readings.now(processing.eventProcessors().keySet());
    processors.forEach((name, each) -> processing.hasRead(name, each.oldest(), begun));
    last = new Read(processors, letters.now(), System.nanoTime());
  }

  @Override
  public void start() {
    processing.eventProcessors().keySet().forEach(this::register);
    letters
        .groups()
        .forEach(
            group ->
                Gauge.builder("slotkeeper.deadletters", this, all -> all.letters(group))
                    .tag("group", group)
                    .register(meters));
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

  private void register(String name) {
    gauge("slotkeeper.processor.lag.events", name, ProcessorReading::lagEvents);
    gauge("slotkeeper.processor.lag.seconds", name, ProcessorReading::lagSeconds);
    segments(name, "claimed", ProcessorReading::claimed);
    segments(name, "unclaimed", ProcessorReading::unclaimed);
    Gauge.builder("slotkeeper.processor.running", processing, all -> all.follows(name) ? 1 : 0)
        .tag("processor", name)
        .register(meters);
  }

  private void gauge(String meter, String name, ToDoubleFunction<ProcessorReading> value) {
    Gauge.builder(meter, this, all -> all.of(name, value)).tag("processor", name).register(meters);
  }

  private void segments(String name, String state, ToDoubleFunction<ProcessorReading> value) {
    Gauge.builder("slotkeeper.processor.segments", this, all -> all.of(name, value))
        .tags("processor", name, "state", state)
        .register(meters);
  }

  private double of(String processor, ToDoubleFunction<ProcessorReading> value) {
    return shown(
        read ->
            value.applyAsDouble(read.processors().getOrDefault(processor, ProcessorReading.NONE)));
  }

  private double letters(String group) {
    return shown(read -> (double) read.letters().getOrDefault(group, 0L));
  }

  private double shown(Function<Read, Double> value) {
    var read = last;
    boolean isOld = System.nanoTime() - read.at() > interval.multipliedBy(MISSED).toNanos();
    return isOld || read.processors().isEmpty() ? Double.NaN : value.apply(read);
  }
}
