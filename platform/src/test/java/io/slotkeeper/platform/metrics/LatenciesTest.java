package io.slotkeeper.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private Timer timer(String status) {
    return Timer.builder("requests")
        .tag("status", status)
        .serviceLevelObjectives(
            Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(1000))
        .register(meters);
  }

  private static void record(Timer timer, int times, int millis) {
    IntStream.range(0, times).forEach(each -> timer.record(Duration.ofMillis(millis)));
  }

  @Test
  void findsPercentilesAcrossTimers() {
    var fine = timer("200");
    var missing = timer("404");
    record(fine, 40, 5);
    record(missing, 40, 6);
    record(fine, 20, 50);

    var latencies = new Latencies(List.of(fine, missing));

    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.percentile(0.5)).isEqualTo(6.25, within(0.01));
    assertThat(latencies.percentile(0.95)).isEqualTo(77.5, within(0.01));
  }

  @Test
  void givesTheEndOfTheLastBucketForWhatIsAboveIt() {
    var slow = timer("200");
    record(slow, 3, 5000);
    assertThat(new Latencies(List.of(slow)).percentile(0.5)).isEqualTo(1000);
  }

  @Test
  void isNothingWhereNothingWasMeasured() {
    assertThat(new Latencies(List.of(timer("200"))).percentile(0.99)).isZero();
  }
}
