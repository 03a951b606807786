package io.slotkeeper.benchmarks.business;

import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The slots of some businesses, each once: of one business after the other, day by day. Their ids
 * follow from the business and the time, and that the services offer them shows when they are
 * booked.
 */
public final class DistinctSlots implements Supplier<SlotId> {

  /** How long a slot is unless a business says otherwise. */
  public static final Duration LENGTH = Duration.ofMinutes(30);

  /** The furthest that a business may let people book. */
  public static final int HORIZON_DAYS = 730;

  private static final int PER_HOUR = 2;

  private final List<OpenBusiness> businesses;
  private final LocalDate first;
  private final int perDay;
  private final long count;
  private final AtomicLong next = new AtomicLong();

  /**
   * Of businesses that are alike.
   *
   * @param first the first day of which slots are taken
   * @param days how many days, within the horizon
   */
  public DistinctSlots(List<OpenBusiness> businesses, LocalDate first, int days) {
    this.businesses = List.copyOf(businesses);
    this.first = first;
    var one = businesses.getFirst();
    this.perDay = (one.hours().to() - one.hours().from()) * PER_HOUR * one.resources().size();
    this.count = (long) days * perDay * businesses.size();
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /**
   * The next one.
   *
   * @throws IllegalStateException where all are taken
   */
  @Override
  public SlotId get() {
    long number = next.getAndIncrement();
    if (number >= count) {
      throw new IllegalStateException("there are no more than %d slots".formatted(count));
    }
    var business = businesses.get((int) (number % businesses.size()));
    int ofBusiness = (int) (number / businesses.size());
    int ofDay = ofBusiness % perDay;
    int resources = business.resources().size();
    var start =
        first
            .plusDays(ofBusiness / perDay)
            .atTime(business.hours().from(), 0)
            .plus(LENGTH.multipliedBy(ofDay / resources))
            .toInstant(ZoneOffset.UTC);
    return new SlotId(business.id(), business.resources().get(ofDay % resources), start);
  }
}
