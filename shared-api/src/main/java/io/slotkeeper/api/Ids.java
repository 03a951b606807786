package io.slotkeeper.api;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes new ids. They sort by the time of their making (UUIDv7, RFC 9562), so that an index on them
 * grows at its end.
 */
public final class Ids {
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Makes ids from this clock and this source of chance.
   *
   * @param random must be unguessable: a booking's id is part of its link
   */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A business that nobody has seen before. */
  public BusinessId newBusinessId() {
    return new BusinessId("biz_" + next());
  }

  /** A resource that nobody has seen before. */
  public ResourceId newResourceId() {
    return new ResourceId("res_" + next());
  }

  /** A booking that nobody has seen before. */
  public BookingId newBookingId() {
    return new BookingId("bkg_" + next());
  }

  /** A customer whom this business has not had before. */
  public CustomerId newCustomerId() {
    return new CustomerId("cus_" + next());
  }

  /** A closure that nobody has seen before. */
  public ClosureId newClosureId() {
    return new ClosureId("cls_" + next());
  }

  /** Names a chain of changes that nobody has named. */
  public String newCorrelation() {
    return "cor_" + next();
  }

  private String next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return IdText.encode(high, low);
  }
}
