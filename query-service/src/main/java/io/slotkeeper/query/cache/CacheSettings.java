package io.slotkeeper.query.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cache in front of the read model, {@code slotkeeper.cache.*}; where Redis is, say
 * {@code spring.data.redis.*}.
 *
 * @param enabled whether Redis is used at all; default true
 * @param slots how long a day's slots are kept; default 5 min
 * @param businesses how long a business is kept; default 1 h
 * @param timeout how long to wait for a connection and for an answer; default 250 ms
 * @param lease how long a fill may take, or it is refused; default 3 s
 * @param hold how long nobody fills what a transaction is changing, should its node die; must be
 *     above the 9 s after which PostgreSQL ends an idle transaction; default 30 s
 * @param heartbeat how often Redis and the epoch are looked at; default 1 s
 * @param writers changes that are written through at a time; default 2
 * @param waitingWrites changes that may wait besides, beyond which the next reader fills; default
 *     256
 */
@ConfigurationProperties("slotkeeper.cache")
public record CacheSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("5m") Duration slots,
    @DefaultValue("1h") Duration businesses,
    @DefaultValue("250ms") Duration timeout,
    @DefaultValue("3s") Duration lease,
    @DefaultValue("30s") Duration hold,
    @DefaultValue("1s") Duration heartbeat,
    @DefaultValue("2") int writers,
    @DefaultValue("256") int waitingWrites,
    @DefaultValue Breaker breaker) {

  /**
   * When to leave Redis alone.
   *
   * @param failures failures in a row that stop all calls; default 5
   * @param openFor how long calls stay stopped; default 1 s
   * @param probes calls that must succeed after that; default 1
   */
  public record Breaker(
      @DefaultValue("5") int failures,
      @DefaultValue("1s") Duration openFor,
      @DefaultValue("1") int probes) {
    /** Accepts at least one of each. */
    public Breaker {
      require(failures >= 1, "breaker.failures must be at least 1");
      require(openFor.toMillis() >= 1, "breaker.open-for must be at least 1ms");
      require(probes >= 1, "breaker.probes must be at least 1");
    }
  }

  /** Accepts no time of nothing. */
  public CacheSettings {
    require(slots.toMillis() >= 1, "slots must be at least 1ms");
    require(businesses.toMillis() >= 1, "businesses must be at least 1ms");
    require(timeout.toMillis() >= 1, "timeout must be at least 1ms");
    require(lease.toMillis() >= 1, "lease must be at least 1ms");
    require(hold.toMillis() >= 1, "hold must be at least 1ms");
    require(heartbeat.toMillis() >= 1, "heartbeat must be at least 1ms");
    require(writers >= 1, "writers must be at least 1");
    require(waitingWrites >= 1, "waiting-writes must be at least 1");
  }

  private static void require(boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException("slotkeeper.cache." + what);
    }
  }
}
