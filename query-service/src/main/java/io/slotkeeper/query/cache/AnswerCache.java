package io.slotkeeper.query.cache;

import io.slotkeeper.platform.foundation.Secrets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Answers that are kept in Redis. Nothing here fails: without Redis there is nothing in it. */
@Component
public class AnswerCache {
  private final CacheLink link;
  private final EpochTable epochs;
  private final CacheSettings settings;
  private final Clock clock;
  private final String node;
  private final AtomicLong fills = new AtomicLong();

  AnswerCache(
      CacheLink link, EpochTable epochs, CacheSettings settings, Clock clock, Secrets secrets) {
    this.link = link;
    this.epochs = epochs;
    this.settings = settings;
    this.clock = clock;
    this.node = secrets.newText();
  }

  /**
   * What there is that is right now.
   *
   * @param keys of one group
   * @param atLeast global index of an event that must be contained
   */
  public Found find(List<CacheKey> keys, OptionalLong atLeast) {
    var trust = link.trust();
    var doubts = trust.doubts();
    if (!trust.reads()) {
      return Found.NOT_ASKED;
    }
    try {
      var values = link.commands().values(keys);
      // A connection that broke and came back between the two may have led to another Redis.
      if (!trust.reads() || trust.doubts() != doubts) {
        return Found.NOT_ASKED;
      }
      var now = clock.millis();
      var entries = new HashMap<CacheKey, Entry>();
      for (int i = 0; i < values.size(); i++) {
        var key = keys.get(i);
        Entry.read(key, values.get(i))
            .filter(entry -> entry.epoch() == trust.epoch() && entry.isRightAt(now))
            .filter(entry -> entry.position() >= atLeast.orElse(Long.MIN_VALUE))
            .ifPresent(entry -> entries.put(key, entry));
      }
      return new Found(true, entries);
    } catch (CacheAway e) {
      return Found.NOT_ASKED;
    }
  }

  /**
   * Counts a question of a kind, and whether what was found is its answer. Where the cache is off
   * nothing is counted: that is no Redis that is away.
   */
  public void count(String kind, Found found, boolean answered) {
    if (settings.enabled()) {
      link.metrics().count(kind, result(found, answered));
    }
  }

  /**
   * Begins to fill some keys of one group: whatever is read from PostgreSQL from now on may be put
   * into them.
   */
  public Fill fill(String kind, List<CacheKey> keys) {
    if (keys.isEmpty() || !link.trust().reads()) {
      return Fill.NOTHING;
    }
    var name = node + ":" + fills.incrementAndGet();
    try {
      var begun = System.nanoTime();
      var leased = link.commands().lease(keys, name, settings.lease());
      if (leased.isEmpty()) {
        return Fill.NOTHING;
      }
      var epoch = epochs.read();
      link.trust().learn(epoch);
      return new Fill(link, kind, leased, name, epoch, begun);
    } catch (CacheAway e) {
      return Fill.NOTHING;
    }
  }

  private static CacheMetrics.Result result(Found found, boolean answered) {
    if (answered) {
      return CacheMetrics.Result.HIT;
    }
    return found.there() ? CacheMetrics.Result.MISS : CacheMetrics.Result.FALLBACK;
  }
}
