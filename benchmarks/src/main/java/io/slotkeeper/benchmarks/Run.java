package io.slotkeeper.benchmarks;

import io.slotkeeper.benchmarks.report.Machine;
import io.slotkeeper.benchmarks.report.MarkdownTable;
import io.slotkeeper.benchmarks.report.Report;
import io.slotkeeper.benchmarks.report.Reports;
import io.slotkeeper.benchmarks.servers.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One benchmark after the other, on one stage. */
final class Run {

  private final Path root;
  private final RunSettings settings;
  private final Reports reports;
  private final Progress progress;
  private final Clock clock;

  Run(Path root, RunSettings settings, Reports reports, Progress progress, Clock clock) {
    this.root = root;
    this.settings = settings;
    this.reports = reports;
    this.progress = progress;
    this.clock = clock;
  }

  /** Runs them all, also after one has failed; says which have. */
  List<String> all(List<Benchmark> benchmarks) {
    var machine = Machine.here();
    var commit = Machine.commit(root);
    List<String> failed = new ArrayList<>();
    progress.now("starting PostgreSQL and Redis");
    try (var stage = Stage.raise(root)) {
      Map<String, Object> facts = new TreeMap<>(stage.facts());
      facts.put("run", settings.text());
      for (var benchmark : benchmarks) {
        try {
          var result = benchmark.run(new Bench(settings, stage, progress));
          var report = new Report(clock.instant(), commit, machine, facts, result);
          reports.keep(report);
          progress.say("\n" + benchmark.name() + "\n" + MarkdownTable.of(List.of(report)));
        } catch (RuntimeException e) {
          failed.add(benchmark.name());
          progress.say("%s has FAILED: %s".formatted(benchmark.name(), e));
        } finally {
          stage.clear();
        }
      }
    }
    return failed;
  }
}
