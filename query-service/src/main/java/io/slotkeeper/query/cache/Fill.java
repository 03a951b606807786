package io.slotkeeper.query.cache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fill that has begun. It is stored when it is closed, where nothing was changed since it began;
 * what was put into it by then is stored, all other leases are given up.
 */
public final class Fill implements AutoCloseable {
  static final Fill NOTHING = new Fill(null, "", List.of(), "", 0, 0);

  private final @Nullable CacheLink link;
  private final String kind;
  private final List<CacheKey> keys;
  private final String name;
  private final long epoch;
  private final long begun;
  private final Map<CacheKey, RedisCommands.Value> values = new HashMap<>();

  Fill(
      @Nullable CacheLink link,
      String kind,
      List<CacheKey> keys,
      String name,
      long epoch,
      long begun) {
    this.link = link;
    this.kind = kind;
    this.keys = keys;
    this.name = name;
    this.epoch = epoch;
    this.begun = begun;
  }

  /** Which keys are to be filled: not those that somebody else fills or is changing. */
  public List<CacheKey> keys() {
    return keys;
  }

  /**
   * Puts what was read into one of the keys; others are left as they are.
   *
   * @param position the projections', read before the rest
   * @param from when it was right
   * @param until when the clock alone may make it wrong
   * @param lasting how long it is kept at most
   * @param body which is not copied
   */
  public void put(
      CacheKey key,
      long version,
      long position,
      Instant from,
      Instant until,
      Duration lasting,
      byte[] body) {
    // Rounded so that it is never thought right for longer than it is.
    long first = from.plusNanos(999_999).toEpochMilli();
    long last = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
    if (first < last && keys.contains(key)) {
      var entry = new Entry(epoch, version, position, first, last, ByteBuffer.wrap(body));
      values.put(key, new RedisCommands.Value(entry, lasting));
    }
  }

  @Override
  public void close() {
    if (link == null) {
      return;
    }
    try {
      int stored = link.commands().store(keys, name, values);
      link.metrics()
          .filled(kind, Duration.ofNanos(System.nanoTime() - begun), values.size() - stored);
    } catch (CacheAway e) {
      // The leases end by themselves.
    }
  }
}
