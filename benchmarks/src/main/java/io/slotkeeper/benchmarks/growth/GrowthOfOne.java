package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.rebuild.Projections;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** The work of this benchmark on a store of one size. */
final class GrowthOfOne implements AutoCloseable {
  static final String APPEND = "a booking";
  static final String LOAD = "reading a booking's events";
  static final String CACHED = "a day of slots from Redis";
  static final String CALCULATED = "a day of slots, calculated";
  static final List<String> WORKS = List.of(APPEND, LOAD, CACHED, CALCULATED);

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int CONNECTIONS = 4;

  /** Modest: what is measured is the work, not a queue for it. */
  private static final double BOOKINGS_PER_SECOND = 30;

  private static final double LISTINGS_PER_SECOND = 50;
  private static final int LISTED = 20;
  private static final int LOADED = 500;

  private final Bench bench;
  private final long size;
  private final GrownStore grown;
  private final Projections projections;
  private final Duration caughtUp;
  private final FreeSlots slots;
  private final StoredAggregates aggregates;
  private final List<Round> rounds = new ArrayList<>();
  private double rebuiltPerSecond;

  GrowthOfOne(Bench bench, long size) {
    this.bench = bench;
    this.size = size;
    this.grown = GrownStore.write(bench, size);
    say("the projections follow");
    var queries = grown.queries();
    this.projections = new Projections(queries.url());
    this.caughtUp = projections.awaitCaughtUp();
    var unused = grown.commands();
    unused = grown.queriesWithoutCache();
    this.slots = FreeSlots.of(grown, queries.url(), slotsNeeded());
    this.aggregates = new StoredAggregates(grown.database(), grown.store().events(), LOADED);
  }

  private int slotsNeeded() {
    var settings = bench.settings();
    var bookings = settings.round().multipliedBy(settings.rounds()).plus(settings.warmUp());
    return (int) (BOOKINGS_PER_SECOND * (bookings.toSeconds() + 2));
  }

  long size() {
    return size;
  }

  long events() {
    return grown.store().events();
  }

  void warmUp() {
    say("warming up");
    var duration = bench.settings().warmUp();
    var unused = Load.fixedRate(bookings(), BOOKINGS_PER_SECOND, duration).require(APPEND);
    var halfOfIt = duration.dividedBy(2);
    for (var queries : List.of(grown.queries(), grown.queriesWithoutCache())) {
      unused = Load.closedLoop(listings(queries), halfOfIt).require(CACHED);
    }
    var unusedReading = aggregates.readAll();
    projections.awaitCaughtUp();
  }

  void round(int number) {
    say("round %d".formatted(number));
    paced(APPEND, number, BOOKINGS_PER_SECOND, bookings());
    projections.awaitCaughtUp();
    paced(CACHED, number, LISTINGS_PER_SECOND, listings(grown.queries()));
    paced(CALCULATED, number, LISTINGS_PER_SECOND, listings(grown.queriesWithoutCache()));
    add(LOAD, "one after the other", number, aggregates.readAll());
  }

  private void paced(String work, int number, double perSecond, Traffic traffic) {
    var measured = Load.fixedRate(traffic, perSecond, bench.settings().round()).require(work);
    add(work, "fixed rate of %.0f/s".formatted(perSecond), number, measured.nanos());
  }

  private void add(String work, String manner, int number, Histogram nanos) {
    double seconds = nanos.getMean() * nanos.getTotalCount() / 1e9;
    rounds.add(
        new Round(
            work + " on %,d events".formatted(size),
            manner,
            number,
            seconds,
            nanos.getTotalCount(),
            Map.of(),
            0,
            Latency.of(nanos)));
  }

  private Traffic bookings() {
    return Traffic.of(grown.commands().url(), CONNECTIONS, new BookingCalls(slots), CREATED);
  }

  private Traffic listings(ServiceProcess queries) {
    var next = new AtomicInteger();
    var from = LocalDate.now(Clock.systemUTC()).plusDays(2);
    var calls =
        grown.store().businesses().stream()
            .limit(LISTED)
            .map(
                business ->
                    Call.get(
                        "/api/businesses/%s/slots?from=%s&to=%s".formatted(business, from, from)))
            .toList();
    Supplier<Call> inTurn = () -> calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
    return Traffic.of(queries.url(), CONNECTIONS, inTurn, OK);
  }

  void rebuild() {
    say("rebuilding all projections");
    rebuiltPerSecond = events() / (projections.rebuild().toMillis() / 1e3);
  }

  double rebuiltPerSecond() {
    return rebuiltPerSecond;
  }

  List<Double> values(String work, ToDoubleFunction<Latency> value) {
    return rounds.stream()
        .filter(round -> round.side().startsWith(work + " on"))
        .map(round -> value.applyAsDouble(round.latency()))
        .toList();
  }

  List<Round> rounds() {
    return rounds;
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("events", events());
    facts.put("bookings", grown.store().bookings());
    facts.put("businesses", grown.store().businesses().size());
    facts.put("seconds of writing", grown.writing().toMillis() / 1e3);
    facts.put("seconds until projections had followed", caughtUp.toMillis() / 1e3);
    return facts;
  }

  private void say(String what) {
    bench.progress().now("growth, %,d events: %s".formatted(size, what));
  }

  @Override
  public void close() {
    aggregates.close();
    grown.close();
  }
}
