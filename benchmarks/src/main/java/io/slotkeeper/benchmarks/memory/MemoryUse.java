package io.slotkeeper.benchmarks.memory;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.growth.FreeSlots;
import io.slotkeeper.benchmarks.growth.GrownStore;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.rebuild.Projections;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How much memory the services keep, idle and loaded, with the heap that they are measured with.
 */
public final class MemoryUse implements Benchmark {
  private static final long EVENTS = 100_000;
  private static final long EVENTS_IN_SHORT = 10_000;
  private static final double MOST_IDLE = 350;
  private static final double MOST_LOADED = 600;
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration REST_IN_SHORT = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final double BOOKINGS_PER_SECOND = 100;
  private static final int CONNECTIONS = 8;
  private static final int CREATED = 201;
  private static final int OK = 200;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String describes() {
    return "resident memory of the services, idle after a start and under load, with -Xmx512m";
  }

  @Override
  public Result run(Bench bench) {
    var settings = bench.settings();
    try (var grown = GrownStore.write(bench, settings.isShort() ? EVENTS_IN_SHORT : EVENTS)) {
      var projections = new Projections(grown.queries().url());
      bench.progress().now("memory: the projections follow");
      projections.awaitCaughtUp();
      // Again from the start: what was needed to follow a year is not what an idle one has.
      grown.end("query-service", "");
      Map<String, ServiceProcess> services = new LinkedHashMap<>();
      services.put("command-service", grown.commands());
      services.put("query-service", grown.queries());
      bench.progress().now("memory: idle");
      LockSupport.parkNanos((settings.isShort() ? REST_IN_SHORT : REST).toNanos());
      Map<String, Double> idle = new LinkedHashMap<>();
      services.forEach((name, one) -> idle.put(name, megabytes(one)));
      var loaded = loaded(bench, grown, services);
      var figures = new ArrayList<Figure>();
      idle.forEach(
          (name, megabytes) ->
              figures.add(
                  Figure.alone(
                      name + ", idle, resident",
                      "MB",
                      List.of(megabytes),
                      Target.atMost(MOST_IDLE))));
      loaded.forEach(
          (name, megabytes) ->
              figures.add(
                  Figure.alone(
                      name + ", loaded, resident", "MB", megabytes, Target.atMost(MOST_LOADED))));
      return new Result(
          name(),
          describes(),
          figures,
          List.of(),
          List.of(),
          Map.of("events", grown.store().events()));
    }
  }

  /** The most that each had, round by round. */
  private static Map<String, List<Double>> loaded(
      Bench bench, GrownStore grown, Map<String, ServiceProcess> services) {
    var settings = bench.settings();
    int rounds = settings.rounds();
    int needed = (int) (BOOKINGS_PER_SECOND * (settings.round().toSeconds() + 1) * rounds);
    var slots = FreeSlots.of(grown, grown.queries().url(), needed);
    var bookings =
        Traffic.of(grown.commands().url(), CONNECTIONS, new BookingCalls(slots), CREATED);
    Map<String, List<Double>> most = new LinkedHashMap<>();
    for (int number = 1; number <= rounds; number++) {
      bench.progress().now("memory: loaded, round %d of %d".formatted(number, rounds));
      try (var watching = new Watching<>(LOOK_AGAIN, () -> all(services))) {
        var booking =
            CompletableFuture.supplyAsync(
                () -> Load.fixedRate(bookings, BOOKINGS_PER_SECOND, settings.round()));
        var unused = Load.closedLoop(listings(grown), settings.round()).require("listings");
        unused = booking.join().require("bookings");
        Map<String, Double> ofRound = new LinkedHashMap<>();
        watching
            .take()
            .forEach(seen -> seen.forEach((name, each) -> ofRound.merge(name, each, Math::max)));
        ofRound.forEach(
            (name, each) -> most.computeIfAbsent(name, none -> new ArrayList<>()).add(each));
      }
    }
    return most;
  }

  private static Map<String, Double> all(Map<String, ServiceProcess> services) {
    Map<String, Double> all = new LinkedHashMap<>();
    services.forEach((name, one) -> all.put(name, megabytes(one)));
    return all;
  }

  private static double megabytes(ServiceProcess service) {
    return Resident.of(service.process().toHandle()).megabytes();
  }

  private static Traffic listings(GrownStore grown) {
    var next = new AtomicInteger();
    var from = LocalDate.now(Clock.systemUTC()).plusDays(2);
    var businesses = grown.store().businesses();
    Supplier<Call> calls =
        () ->
            Call.get(
                "/api/businesses/%s/slots?from=%s&to=%s"
                    .formatted(
                        businesses.get(Math.floorMod(next.getAndIncrement(), businesses.size())),
                        from,
                        from.plusDays(6)));
    return Traffic.of(grown.queries().url(), CONNECTIONS, calls, OK);
  }
}
