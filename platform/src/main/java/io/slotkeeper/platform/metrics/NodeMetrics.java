package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slotkeeper.platform.metrics.MetricsView.Cache;
import io.slotkeeper.platform.metrics.MetricsView.Node;
import io.slotkeeper.platform.metrics.MetricsView.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this node has seen since it started, from its own meters. */
final class NodeMetrics {
  private static final String STREAM = "/stream";

  private final MeterRegistry meters;
  private final Instant since;

  NodeMetrics(MeterRegistry meters, Instant since) {
    this.meters = meters;
    this.since = since;
  }

  Node now() {
    return new Node(since, routes(), cache());
  }

  private List<Route> routes() {
    return meters.find("http.server.requests").timers().stream()
        .filter(timer -> tag(timer, "uri").startsWith("/"))
        .filter(timer -> !tag(timer, "uri").endsWith(STREAM))
        .collect(Collectors.groupingBy(timer -> tag(timer, "method") + " " + tag(timer, "uri")))
        .values()
        .stream()
        .map(NodeMetrics::route)
        .sorted(Comparator.comparingLong(Route::requests).reversed().thenComparing(Route::route))
        .toList();
  }

  private static Route route(List<Timer> timers) {
    var latencies = new Latencies(timers);
    long failures =
        timers.stream()
            .filter(timer -> tag(timer, "status").startsWith("5"))
            .mapToLong(Timer::count)
            .sum();
    return new Route(
        tag(timers.getFirst(), "method"),
        tag(timers.getFirst(), "uri"),
        latencies.count(),
        failures,
        latencies.percentile(0.5),
        latencies.percentile(0.95),
        latencies.percentile(0.99));
  }

  private @Nullable Cache cache() {
    var counters = meters.find("slotkeeper.cache.requests").counters();
    if (counters.isEmpty()) {
      return null;
    }
    long hits = sum(counters, "hit");
    long misses = sum(counters, "miss");
    long fallbacks = sum(counters, "fallback");
    return new Cache(hits, misses, fallbacks, MetricsView.ratio(hits, hits + misses + fallbacks));
  }

  private static long sum(Collection<Counter> counters, String result) {
    return Math.round(
        counters.stream()
            .filter(counter -> tag(counter, "result").equals(result))
            .mapToDouble(Counter::count)
            .sum());
  }

  private static String tag(Meter meter, String name) {
    var value = meter.getId().getTag(name);
    return value == null ? "" : value;
  }
}
