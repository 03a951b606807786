package io.slotkeeper.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.SmartLifecycle;

/** Looks at all parts of the service while it runs. */
final class Checkup implements SmartLifecycle {
  private final List<WatchedPart> parts;
  private volatile boolean running;

  Checkup(List<HealthPart> parts, HealthSettings settings) {
    this.parts =
        parts.stream()
            .sorted(Comparator.comparing(HealthPart::name))
            .map(part -> new WatchedPart(part, settings))
            .toList();
  }

  /** Shows the parts to orchestrators as well. */
  void contributeTo(HealthContributorRegistry registry) {
    parts.forEach(part -> registry.registerContributor(part.name(), part));
  }

  /** Shows the parts as {@code slotkeeper.health}. */
  void measureIn(MeterRegistry meters) {
    for (var part : parts) {
      Gauge.builder("slotkeeper.health", part, WatchedPart::measure)
          .tag("part", part.name())
          .register(meters);
    }
  }

  /** The worst that any part makes of the service, and all parts that make it so. */
  Finding find() {
    Map<Standing, List<String>> standings =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    WatchedPart::standing,
                    Collectors.mapping(WatchedPart::name, Collectors.toList())));
    var worst = standings.keySet().stream().max(Comparator.naturalOrder()).orElse(Standing.UP);
    return new Finding(
        worst, worst == Standing.UP ? List.of() : standings.getOrDefault(worst, List.of()));
  }

  /**
   * What was found.
   *
   * @param parts that make the service stand so; none where all work
   */
  record Finding(Standing standing, List<String> parts) {}

  @Override
  public void start() {
    parts.forEach(WatchedPart::start);
    running = true;
  }

  @Override
  public void stop() {
    parts.forEach(WatchedPart::stop);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
