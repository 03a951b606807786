package io.slotkeeper.benchmarks.micro;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The parts of this package that JMH measures, each in a JVM of its own. */
public final class MicroBenchmarks implements Benchmark {
  private static final int WARM_UPS = 3;
  private static final int SECONDS = 2;
  private static final int WARNS = 24;
  private static final int MILLIS_IN_SHORT = 100;

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public String describes() {
    return "slot calculation, serialiser, tokens and sealing alone, by JMH; -Dmicro.include=REGEX";
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now("micro: JMH runs");
    var figures = new ArrayList<Figure>();
    for (var each : measure(bench)) {
      figures.add(Figure.alone(name(each), "µs", iterations(each), null));
    }
    return new Result(
        name(),
        describes(),
        figures,
        List.of(),
        List.of(),
        Map.of("mode", "average time of an operation, one fork, a figure for each iteration"));
  }

  private static Collection<RunResult> measure(Bench bench) {
    var settings = bench.settings();
    var time =
        settings.isShort() ? TimeValue.milliseconds(MILLIS_IN_SHORT) : TimeValue.seconds(SECONDS);
    var wanted = System.getProperty("micro.include", ".*");
    try {
      return new Runner(
              new OptionsBuilder()
                  .include("^" + MicroBenchmarks.class.getPackageName() + "\\.measured\\." + wanted)
                  .mode(Mode.AverageTime)
                  .timeUnit(TimeUnit.MICROSECONDS)
                  .forks(1)
                  .jvmArgsAppend(jvmArguments())
                  .threads(1)
                  .warmupIterations(WARM_UPS)
                  .warmupTime(time)
                  .measurementIterations(settings.rounds())
                  .measurementTime(time)
                  .shouldFailOnError(true)
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JMH measures memory by what newer JVMs warn about. */
  private static String[] jvmArguments() {
    return Runtime.version().feature() >= WARNS
        ? new String[] {"--sun-misc-unsafe-memory-access=allow"}
        : new String[0];
  }

  private static String name(RunResult result) {
    var parts = result.getParams().getBenchmark().split("\\.", -1);
    return parts[parts.length - 2] + "." + parts[parts.length - 1];
  }

  private static List<Double> iterations(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(each -> each.getIterationResults().stream())
        .map(IterationResult::getPrimaryResult)
        .map(each -> each.getScore())
        .toList();
  }
}
