package io.slotkeeper.benchmarks.soak;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.WarmUp;
import io.slotkeeper.benchmarks.booking.Acknowledged;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.business.DistinctSlots;
import io.slotkeeper.benchmarks.business.OpenBusiness;
import io.slotkeeper.benchmarks.business.OpenBusiness.Hours;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.servers.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** An hour at half of what the services can do. */
public final class Soak implements Benchmark {
  private static final int MINUTES = 60;
  private static final int MINUTES_IN_SHORT = 5;
  private static final int SECONDS = 60;
  private static final int SECONDS_IN_SHORT = 2;
  private static final int BUSINESSES = 10;
  private static final int RESOURCES = 20;
  private static final int DAYS_LEFT = 3;
  private static final double SHARE = 0.5;
  private static final int CONNECTIONS = 8;
  private static final double LISTINGS_PER_SECOND = 50;
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final List<String> STORED =
      List.of(
          "command.slot_claim.booking_id",
          "command.DomainEventEntry.aggregateIdentifier",
          "query.booking.booking_id");

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String describes() {
    return "an hour at half of the peak: memory, latency, leaks, losses; -Dsoak.minutes=COUNT";
  }

  @Override
  public Result run(Bench bench) {
    boolean isShort = bench.settings().isShort();
    int count = Integer.getInteger("soak.minutes", isShort ? MINUTES_IN_SHORT : MINUTES);
    var minute = Duration.ofSeconds(isShort ? SECONDS_IN_SHORT : SECONDS);
    var stage = bench.stage();
    bench.progress().now("soak: starting");
    var businesses = businesses(bench);
    // Its processors would follow on another node than the one that is watched.
    stage.end("command-service");
    stage.end("query-service");
    try (var services = new WatchedServices(stage)) {
      var slots = slots(businesses);
      var acknowledged = new Acknowledged();
      var bookings =
          new Traffic(
              services.commands().url(),
              CONNECTIONS,
              new BookingCalls(slots),
              CREATED,
              acknowledged::hear);
      var listings = listings(services, businesses.getFirst());
      WarmUp.of(
          bench, name(), time -> Load.closedLoop(bookings, time).require("bookings").perSecond());
      bench.progress().now("soak: looking for the peak");
      double peak = Load.closedLoop(bookings, bench.settings().round()).perSecond();
      new Backlog(stage).drain();
      var minutes = new ArrayList<Minute>();
      for (int number = 1; number <= count; number++) {
        bench
            .progress()
            .now("soak: minute %d of %d at %.0f/s".formatted(number, count, SHARE * peak));
        minutes.add(minute(services, bookings, SHARE * peak, listings, minute));
      }
      bench.progress().now("soak: looking for what is lost");
      var behind = new Backlog(stage).drain();
      long lost = acknowledged.missingIn(stage.sql(), STORED);
      return result(minutes, peak, acknowledged.count(), behind, lost);
    }
  }

  private static List<OpenBusiness> businesses(Bench bench) {
    var policy = Map.of("horizonDays", DistinctSlots.HORIZON_DAYS, "approval", "AUTOMATIC");
    return IntStream.rangeClosed(1, BUSINESSES)
        .mapToObj(
            number ->
                OpenBusiness.register(
                    bench.stage(), "soak " + number, RESOURCES, Hours.ALL_DAY, policy))
        .toList();
  }

  private static DistinctSlots slots(List<OpenBusiness> businesses) {
    var first = LocalDate.now(Clock.systemUTC()).plusDays(DAYS_LEFT);
    return new DistinctSlots(businesses, first, DistinctSlots.HORIZON_DAYS - 2 * DAYS_LEFT);
  }

  private static Traffic listings(WatchedServices services, OpenBusiness business) {
    var day = LocalDate.now(Clock.systemUTC()).plusDays(DAYS_LEFT);
    var path = "/api/businesses/%s/slots?from=%s&to=%s".formatted(business.id(), day, day);
    return Traffic.of(services.queries().url(), CONNECTIONS, () -> Call.get(path), OK);
  }

  private static Minute minute(
      WatchedServices services,
      Traffic bookings,
      double perSecond,
      Traffic listings,
      Duration length) {
    var reading =
        CompletableFuture.supplyAsync(() -> Load.fixedRate(listings, LISTINGS_PER_SECOND, length));
    var booked = Load.fixedRate(bookings, perSecond, length).require("bookings");
    var read = reading.join().require("listings");
    return new Minute(
        Latency.of(booked.nanos()).p99(),
        Latency.of(read.nanos()).p99(),
        services.look(),
        services.connections());
  }

  private Result result(
      List<Minute> minutes, double peak, int acknowledged, Duration behind, long lost) {
    var memory = new ArrayList<Series>();
    for (var service : minutes.getFirst().services().keySet()) {
      memory.add(line(service + ", resident", minutes, seen(service, Minute.Seen::megabytes)));
      memory.add(line(service + ", heap", minutes, seen(service, Minute.Seen::heap)));
    }
    Map<String, Object> facts = new TreeMap<>();
    facts.put("minutes", minutes.size());
    facts.put("peak, bookings/s", peak);
    facts.put("bookings acknowledged", acknowledged);
    facts.put("seconds until the projections had followed", behind.toMillis() / 1e3);
    return new Result(
        name(),
        describes(),
        new Verdict(minutes).figures(lost),
        List.of(
            new Plot("soak-memory", "Memory", Axis.linear("minute"), Axis.linear("MB"), memory),
            new Plot(
                "soak-latency",
                "p99 of each minute",
                Axis.linear("minute"),
                Axis.linear("ms"),
                List.of(
                    line("bookings", minutes, Minute::p99),
                    line("listings", minutes, Minute::readP99)))),
        List.of(),
        facts);
  }

  private static ToDoubleFunction<Minute> seen(
      String service, ToDoubleFunction<Minute.Seen> value) {
    return minute -> {
      var seen = minute.services().get(service);
      return seen == null ? 0 : value.applyAsDouble(seen);
    };
  }

  private static Series line(String name, List<Minute> minutes, ToDoubleFunction<Minute> value) {
    return Series.ofRounds(name, minutes.stream().map(value::applyAsDouble).toList());
  }
}
