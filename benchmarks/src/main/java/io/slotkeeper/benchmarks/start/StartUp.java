package io.slotkeeper.benchmarks.start;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** From the start of a JVM to the first answer that the service is ready. */
public final class StartUp implements Benchmark {
  private static final String BARE = "the same without Axon and our code";
  private static final String READY = "/api/health";
  private static final List<String> MODULES = List.of("command-service", "query-service");
  private static final double MOST_FROM_JAR = 6;
  private static final double MOST_WITH_CACHE = 3;

  /** AOT caches that one run writes are of this Java. */
  private static final int WITH_CACHES = 25;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String describes() {
    return "start to ready: from the jar, taken apart, with an AOT cache, and without Axon";
  }

  private record Way(List<String> java, Map<String, ?> settings) {}

  @Override
  public Result run(Bench bench) {
    // Both schemas are there: what is measured is a start like most.
    var unused = bench.stage().queries();
    try {
      var directory = Files.createTempDirectory("slotkeeper-starts-");
      try {
        return result(measure(bench, ways(bench, directory)));
      } finally {
        FileSystemUtils.deleteRecursively(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Way> ways(Bench bench, Path directory) {
    var stage = bench.stage();
    Map<String, Object> settings = new TreeMap<>(stage.settings(Map.of()));
    for (var policy : List.of("policies.api", "policies.booking", "failures")) {
      settings.put("slotkeeper.limits.%s.permits".formatted(policy), 1_000_000);
    }
    Map<String, Way> ways = new LinkedHashMap<>();
    for (var module : MODULES) {
      var jar = stage.jar(module);
      ways.put(module + ", jar", new Way(List.of("-Xmx512m", "-jar", jar.toString()), settings));
      var images = jar.resolve("../../../ops/docker").normalize();
      var extracted = new ExtractedService(module, jar, images, directory.resolve(module));
      ways.put(module + ", taken apart", new Way(extracted.plainly(), settings));
      if (Runtime.version().feature() >= WITH_CACHES) {
        bench.progress().now("start: training the AOT cache of " + module);
        extracted.train(settings);
        ways.put(module + ", AOT cache", new Way(extracted.withCache(), settings));
      }
    }
    var bare = stage.postgres().create("bare_service");
    Map<String, Object> ofBare = new TreeMap<>(stage.serverSettings(bare));
    ofBare.put("management.server.port", 0);
    ways.put(
        BARE,
        new Way(
            List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BareService.class.getName()),
            ofBare));
    return ways;
  }

  private Map<String, List<Double>> measure(Bench bench, Map<String, Way> ways) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    ways.forEach(
        (name, way) -> {
          bench.progress().now("start, %s: once before".formatted(name));
          // Its files are in the machine's memory then, and its tables there.
          var unused = secondsToReady(bench, name, way);
          seconds.put(name, new ArrayList<>());
        });
    for (int number = 1; number <= bench.settings().rounds(); number++) {
      for (var each : ways.entrySet()) {
        bench.progress().now("start, %s: round %d".formatted(each.getKey(), number));
        var measured = secondsToReady(bench, each.getKey(), each.getValue());
        seconds.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(measured);
      }
    }
    return seconds;
  }

  private static double secondsToReady(Bench bench, String name, Way way) {
    var log = bench.stage().logs().resolve("start.log");
    long begin = System.nanoTime();
    try (var service = ServiceProcess.start(name, way.java(), way.settings(), log)) {
      var ready = service.awaitAnswer(READY);
      double seconds = (System.nanoTime() - begin) / 1e9;
      ready.kill();
      return seconds;
    }
  }

  private Result result(Map<String, List<Double>> seconds) {
    var bare = seconds.getOrDefault(BARE, List.of());
    var figures = new ArrayList<Figure>();
    var lines = new ArrayList<Series>();
    seconds.forEach(
        (name, values) -> {
          lines.add(Series.ofRounds(name, values));
          if (!name.equals(BARE)) {
            figures.add(new Figure("start to ready, " + name, "s", values, bare, target(name)));
          }
        });
    return new Result(
        name(),
        describes(),
        figures,
        List.of(
            new Plot(
                name(),
                "Seconds from start to ready",
                Axis.linear("round"),
                Axis.linear("s"),
                lines)),
        List.of(),
        Map.of("JVM", "-Xmx512m, and the images' options where it is taken apart"));
  }

  private static Target target(String name) {
    return Target.atMost(name.endsWith("AOT cache") ? MOST_WITH_CACHE : MOST_FROM_JAR);
  }
}
