package io.slotkeeper.benchmarks.report;

import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Point;
import io.slotkeeper.benchmarks.report.Plot.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A report as a run makes it. */
final class Examples {

  private Examples() {}

  static Report report(String benchmark) {
    var nanos = new Histogram(3);
    for (int millis = 1; millis <= 1000; millis++) {
      nanos.recordValue(millis * 1_000_000L);
    }
    var latency = Latency.of(nanos);
    var plot =
        new Plot(
            benchmark + "-rounds",
            "Bookings & more",
            Axis.linear("round"),
            Axis.linear("a second"),
            List.of(
                new Series("ours", List.of(new Point(1, 800), new Point(2, 900))),
                new Series("ceiling", List.of(new Point(1, 1000), new Point(2, 1100)))));
    return new Report(
        Instant.parse("2026-11-28T12:00:00Z"),
        "0123456789ab",
        new Machine("a processor", 2, 24_000, "Linux 6", "a JVM", 0.1),
        Map.of("postgresql.version", "18.6", "run", "full run"),
        new Result(
            benchmark,
            "does something",
            List.of(
                new Figure(
                    "bookings",
                    "/s",
                    List.of(800.0, 900.0, 850.0),
                    List.of(1000.0, 1100.0, 1000.0),
                    Target.ratioAtLeast(0.8)),
                Figure.alone("waiting, p99", "ms", List.of(31.5), Target.atMost(30)),
                Figure.alone("told", "", List.of(3.0), null)),
            List.of(plot),
            List.of(
                new Round("ours", "closed loop", 1, 2.0, 100, Map.of("service", 5.5), 0, latency)),
            Map.of("connections", 8)));
  }
}
