package io.slotkeeper.benchmarks.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.benchmarks.servers.ProcessorTimes.Reading;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessorTimesTest {
  private static final long POSTMASTER = 1;
  private static final long ENDS = 2;
  private static final long BEGINS = 3;

  @Test
  void doesNotTakeAwayWhatEndedMeanwhile() {
    var before =
        new Reading(
            Map.of(
                "postgresql",
                Map.of(POSTMASTER, Duration.ofSeconds(10), ENDS, Duration.ofSeconds(60))));
    var after =
        new Reading(
            Map.of(
                "postgresql",
                Map.of(POSTMASTER, Duration.ofSeconds(12), BEGINS, Duration.ofSeconds(1))));

    assertThat(after.since(before).microsPer(1000)).containsEntry("postgresql", 3000.0);
  }

  @Test
  @Timeout(60)
  void seesAProcessWork() {
    var times = new ProcessorTimes(Map.of("this", ProcessHandle.current()));
    var before = times.now();
    double micros;
    do {
      // To ask is work as well; the kernel may count it at once or only after many times.
      micros = times.now().since(before).microsPer(1).getOrDefault("this", 0.0);
    } while (micros == 0);
    assertThat(micros).isPositive();
  }
}
