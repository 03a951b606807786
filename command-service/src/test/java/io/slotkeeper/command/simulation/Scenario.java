package io.slotkeeper.command.simulation;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/**
 * A history as one seed gives it.
 *
 * @param zone of the business
 * @param start when the history begins: before a change of the clocks, or just some day
 */
record Scenario(
    long seed,
    ZoneId zone,
    Instant start,
    WeeklyHours hours,
    BookingPolicy policy,
    List<Step> steps) {

  private record Season(String zone, String start) {}

  private static final List<Season> SEASONS =
      List.of(
          new Season("Europe/Madrid", "2026-10-24T09:00:00Z"),
          new Season("Europe/Madrid", "2027-03-27T10:00:00Z"),
          new Season("America/New_York", "2026-10-31T20:00:00Z"),
          new Season("Australia/Lord_Howe", "2027-04-03T02:00:00Z"),
          new Season("Etc/UTC", "2026-06-01T08:00:00Z"),
          new Season("Asia/Kathmandu", "2026-06-01T08:00:00Z"));

  private static final List<List<OpeningRange>> DAYS =
      List.of(
          List.of(range("00:00", "24:00")),
          List.of(range("09:00", "12:00"), range("13:00", "16:30")),
          List.of(range("00:00", "05:00")),
          List.of(range("01:00", "03:30"), range("20:00", "24:00")),
          List.of());

  private static final int LEAST_STEPS = 30;
  private static final int MORE_STEPS = 31;

  static Scenario of(long seed) {
    var random = new Random(seed);
    var season = SEASONS.get(random.nextInt(SEASONS.size()));
    return new Scenario(
        seed,
        ZoneId.of(season.zone),
        Instant.parse(season.start).plus(Duration.ofMinutes(random.nextInt(600))),
        hours(random.nextInt(1 << 20)),
        policy(random.nextInt(1 << 20)),
        steps(random));
  }

  Scenario with(List<Step> otherSteps) {
    return new Scenario(seed, zone, start, hours, policy, otherSteps);
  }

  /** Opening hours by a number. */
  static WeeklyHours hours(int number) {
    var days = new EnumMap<DayOfWeek, List<OpeningRange>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      boolean closed = day == DayOfWeek.WEDNESDAY && number % 7 == 0;
      days.put(day, closed ? List.of() : DAYS.get(number % (DAYS.size() - 1)));
    }
    return new WeeklyHours(days);
  }

  /** The hours of one date by a number; none where it is closed. */
  static List<OpeningRange> day(int number) {
    return DAYS.get(number % DAYS.size());
  }

  /** A policy by a number. */
  static BookingPolicy policy(int number) {
    int rest = number;
    var length = Duration.ofMinutes(Step.pick(List.of(30, 45, 60, 90), rest));
    rest /= 4;
    var approval = rest % 4 == 0 ? Approval.AUTOMATIC : Approval.MANUAL;
    rest /= 4;
    var window = Duration.ofMinutes(Step.pick(List.of(10, 60, 120, 1440), rest));
    rest /= 4;
    var notice = Duration.ofMinutes(Step.pick(List.of(0, 0, 0, 60), rest));
    rest /= 4;
    var cutOff = Duration.ofMinutes(Step.pick(List.of(0, 30, 120, 1440), rest));
    rest /= 4;
    int horizon = Step.pick(List.of(30, 30, 3, 1), rest);
    rest /= 4;
    var reminders =
        Step.pick(
            List.of(
                List.of(Duration.ofHours(24), Duration.ofHours(2)),
                List.of(Duration.ofHours(2)),
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(20)),
                List.<Duration>of()),
            rest);
    return new BookingPolicy(length, approval, window, notice, horizon, cutOff, reminders);
  }

  /** Each history has its own taste, since what is rare on average would never meet its like. */
  private static List<Step> steps(Random random) {
    var weights = new EnumMap<Act, Integer>(Act.class);
    int total = 0;
    for (var act : Act.values()) {
      int weight = act.weight() * random.nextInt(4);
      weights.put(act, weight);
      total += weight;
    }
    int count = LEAST_STEPS + random.nextInt(MORE_STEPS);
    var steps = new ArrayList<Step>();
    while (steps.size() < count && total > 0) {
      steps.add(
          new Step(
              drawn(weights, random.nextInt(total)),
              random.nextInt(1 << 20),
              random.nextInt(1 << 20),
              random.nextInt(1 << 20)));
    }
    return steps;
  }

  private static Act drawn(EnumMap<Act, Integer> weights, int number) {
    int left = number;
    for (var entry : weights.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("beyond the last weight");
  }

  private static OpeningRange range(String from, String to) {
    return new OpeningRange(from, to);
  }
}
