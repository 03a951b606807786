package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.Duel.Side;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.business.DistinctSlots;
import io.slotkeeper.benchmarks.ceiling.PlainBookings;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.benchmarks.servers.Backlog;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Distinct slots are booked, with keys, while the projections follow in another process.
 *
 * @param businesses whose slots they are, in turn
 */
record Bookings(String name, String of, int businesses) implements Benchmark {

  private static final int CREATED = 201;
  private static final int CONNECTIONS = 8;

  /** Of the slower side's throughput: busy, and below what makes a queue. */
  private static final double SHARE = 0.6;

  private static final String OURS = "ours";
  private static final String CEILING = "three rows";
  private static final String AS_MANY_EVENTS = "as many events";

  @Override
  public String describes() {
    return "POST /api/bookings for distinct slots of %s, beside the same rows written plainly"
        .formatted(of);
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now(name + ": starting");
    var stage = bench.stage();
    var shops = Shops.open(stage, name, businesses);
    stage.queries();
    var sizes = shops.sizes();
    var tables = PlainBookings.tables(stage, name.replace('-', '_'));
    var single = PlainBookings.start(stage, "plain-bookings", tables, sizes.inOneEvent());
    var several = PlainBookings.start(stage, "plain-bookings-events", tables, sizes);
    var acknowledged = new Acknowledged();
    var plainly = new Acknowledged();
    // On a fast machine both ceilings together would book more than these shops have.
    var others = Shops.open(stage, name + ", others", businesses);
    var duel =
        new Duel(
            bench,
            name,
            List.of(
                new Side(
                    OURS,
                    traffic(stage.commands(), shops.slots(), acknowledged),
                    stage.processors(stage.commands(), stage.queries()),
                    new Backlog(stage)::drain),
                new Side(
                    CEILING,
                    traffic(single, shops.slots(), plainly),
                    stage.processors(single),
                    () -> Duration.ZERO),
                new Side(
                    AS_MANY_EVENTS,
                    traffic(several, others.slots(), plainly),
                    stage.processors(several),
                    () -> Duration.ZERO)));
    duel.warmUp().closedLoop().fixedRate(SHARE);
    acknowledged.requireIn(
        stage.sql(),
        List.of(
            "command.slot_claim.booking_id",
            "command.DomainEventEntry.aggregateIdentifier",
            "query.booking.booking_id"));
    plainly.requireIn(
        new JdbcTemplate(tables.dataSource()),
        List.of("command.slot_claim.booking_id", "command.DomainEventEntry.aggregateIdentifier"));
    return result(
        duel,
        Map.of(
            "businesses", businesses,
            "connections", CONNECTIONS,
            "acknowledged", acknowledged.count(),
            "acknowledged by the ceilings", plainly.count(),
            "bytes of each event", sizes.events(),
            "bytes of the answer that is kept", sizes.answer()));
  }

  private static Traffic traffic(
      ServiceProcess server, DistinctSlots slots, Acknowledged acknowledged) {
    return new Traffic(
        server.url(), CONNECTIONS, new BookingCalls(slots), CREATED, acknowledged::hear);
  }

  private Result result(Duel duel, Map<String, Object> facts) {
    var work = "bookings of " + of;
    return new Result(
        name,
        describes(),
        List.of(
            new Figure(
                work + ", 8 connections, beside three rows",
                "/s",
                duel.rates(OURS),
                duel.rates(CEILING),
                Target.ratioAtLeast(0.8)),
            new Figure(
                work + ", beside as many events",
                "/s",
                duel.rates(OURS),
                duel.rates(AS_MANY_EVENTS),
                null),
            Figure.alone(
                work + ", until the projections have followed",
                "/s",
                duel.ofLoops(OURS, Round::sustainedPerSecond),
                null),
            latency(duel, work + ", p50", Latency::p50, null),
            latency(duel, work + ", p99", Latency::p99, Target.atMost(30))),
        List.of(
            new Plot(
                name + "-throughput",
                "Bookings of %s a second".formatted(of),
                Axis.linear("round"),
                Axis.linear("bookings/s"),
                List.of(
                    Series.ofRounds(OURS, duel.rates(OURS)),
                    Series.ofRounds(CEILING, duel.rates(CEILING)),
                    Series.ofRounds(AS_MANY_EVENTS, duel.rates(AS_MANY_EVENTS)))),
            new Plot(
                name + "-latency",
                "Latency of bookings of %s at a fixed rate".formatted(of),
                Latency.PERCENTILES,
                Axis.linear("ms"),
                List.of(duel.latency(OURS).curve(OURS), duel.latency(CEILING).curve(CEILING)))),
        duel.rounds(),
        facts);
  }

  private static Figure latency(
      Duel duel, String work, ToDoubleFunction<Latency> value, @Nullable Target target) {
    return new Figure(
        work + " at %.0f %% of the throughput".formatted(SHARE * 100),
        "ms",
        duel.ofPaced(OURS, round -> value.applyAsDouble(round.latency())),
        duel.ofPaced(CEILING, round -> value.applyAsDouble(round.latency())),
        target);
  }
}
