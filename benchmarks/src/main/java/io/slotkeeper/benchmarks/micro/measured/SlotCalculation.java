package io.slotkeeper.benchmarks.micro.measured;

import io.slotkeeper.api.Ids;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.query.slot.CalculatedSlots;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What is calculated of a listing, of four resources and with two of three slots of a year taken.
 */
@State(Scope.Benchmark)
public class SlotCalculation {
  private static final Instant NOW = Instant.parse("2026-11-02T07:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
  private static final int RESOURCES = 4;

  private final CalculatedSlots slots;

  /** With the year. */
  public SlotCalculation() {
    var ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    var business = BusinessState.begin(registered(ids));
    var all = business.timetable().between(NOW, NOW.plus(Duration.ofDays(365)));
    var booked = new ArrayList<OfferedSlot>();
    for (int each = 0; each < all.size(); each++) {
      if (each % 3 > 0) {
        booked.add(all.get(each));
      }
    }
    this.slots = new CalculatedSlots(business, booked, ids.newBookingId());
  }

  private static BusinessRegistered registered(Ids ids) {
    var policy =
        new BookingPolicy(
            Duration.ofMinutes(30),
            Approval.AUTOMATIC,
            Duration.ofHours(2),
            Duration.ZERO,
            365,
            Duration.ofHours(2),
            List.of());
    return new BusinessRegistered(
        ids.newBusinessId().value(),
        "Business",
        "Europe/Madrid",
        "+34612345678",
        "en",
        IntStream.rangeClosed(1, RESOURCES)
            .mapToObj(each -> new ResourceEntry(ids.newResourceId().value(), "Chair " + each))
            .toList(),
        Arrays.stream(DayOfWeek.values())
            .collect(
                Collectors.toMap(
                    DayOfWeek::name, day -> List.of(new RangeEntry("09:00", "18:00")))),
        EventEntries.plain(policy),
        "0".repeat(64));
  }

  /** A day of 72 slots. */
  @Benchmark
  public List<SlotView> day() {
    return slots.between(MONDAY, MONDAY.plus(Duration.ofDays(1)), NOW);
  }

  /** A week of 504 slots. */
  @Benchmark
  public List<SlotView> week() {
    return slots.between(MONDAY, MONDAY.plus(Duration.ofDays(7)), NOW);
  }
}
