package io.slotkeeper.benchmarks.slots;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.business.DistinctSlots;
import io.slotkeeper.benchmarks.business.OpenBusiness;
import io.slotkeeper.benchmarks.business.OpenBusiness.Hours;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.servers.Backlog;
import io.slotkeeper.benchmarks.servers.Stage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A business whose slots of a year are booked, and the days of its next week. It is made once for
 * all benchmarks of a stage.
 */
final class YearOfBookings {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int BUILDERS = 8;
  private static final int RESOURCES = 4;
  private static final Hours HOURS = new Hours(9, 18);
  private static final int DAYS = 365;
  private static final int DAYS_IN_SHORT = 14;
  private static final int WEEK = 7;

  /** Two of three. */
  private static final int BOOKED = 2;

  private static final int OF = 3;

  private @Nullable Stage madeOn;
  private @Nullable Made made;

  /**
   * What was made.
   *
   * @param paths of the listing of each day of a week
   * @param bookings how many there are
   */
  record Made(OpenBusiness business, List<String> paths, long bookings) {

    /** One day after the other. */
    Supplier<Call> calls() {
      var calls = paths.stream().map(Call::get).toList();
      var next = new AtomicInteger();
      return () -> calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
    }

    /** The answers to all days, from a server. */
    List<byte[]> answers(URI server) {
      try (var connection = new KeptConnection(server)) {
        return paths.stream()
            .map(path -> connection.send(Call.get(path)).require(OK, path).body())
            .toList();
      }
    }
  }

  Made on(Bench bench) {
    var there = made;
    if (there == null || madeOn != bench.stage()) {
      there = make(bench);
      made = there;
      madeOn = bench.stage();
    }
    return there;
  }

  private static Made make(Bench bench) {
    int days = bench.settings().isShort() ? DAYS_IN_SHORT : DAYS;
    bench.progress().now("booking the slots of %d days".formatted(days));
    var stage = bench.stage();
    stage.queries();
    var business =
        OpenBusiness.register(
            stage,
            "A year of bookings",
            RESOURCES,
            HOURS,
            Map.of("horizonDays", DistinctSlots.HORIZON_DAYS, "approval", "AUTOMATIC"));
    // The days after tomorrow: what is cached of today changes with the clock.
    var first = LocalDate.now(Clock.systemUTC()).plusDays(2);
    var all = new DistinctSlots(List.of(business), first, days);
    long bookings = all.count() / OF * BOOKED;
    book(stage, all, bookings);
    new Backlog(stage).drain();
    return new Made(
        business,
        IntStream.range(0, WEEK)
            .mapToObj(first::plusDays)
            .map(
                date ->
                    "/api/businesses/%s/slots?from=%s&to=%s"
                        .formatted(business.id().value(), date, date))
            .toList(),
        bookings);
  }

  private static void book(Stage stage, DistinctSlots all, long bookings) {
    var number = new AtomicInteger();
    Supplier<SlotId> some =
        () -> {
          synchronized (number) {
            if (number.getAndIncrement() % BOOKED == 0) {
              all.get();
            }
            return all.get();
          }
        };
    var traffic = Traffic.of(stage.commands().url(), BUILDERS, new BookingCalls(some), CREATED);
    // As fast as it goes: the intended rate is out of reach.
    var unused =
        Load.fixedRate(traffic, (double) bookings, Duration.ofSeconds(1))
            .require("a year of bookings");
  }
}
