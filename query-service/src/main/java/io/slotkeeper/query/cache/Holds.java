package io.slotkeeper.query.cache;

import io.slotkeeper.platform.foundation.Secrets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps answers out of the cache from before a change can be seen until after. Where Redis cannot
 * be told, the transaction raises the epoch, and nothing that is there counts any more.
 */
@Component
public class Holds {
  private static final Logger log = LoggerFactory.getLogger(Holds.class);

  /** Beyond it, holds of which Redis said nothing end by themselves. */
  private static final int MOST_UNCERTAIN = 10_000;

  private final CacheLink link;
  private final EpochTable epochs;
  private final CacheSettings settings;
  private final String node;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Set<CacheKey>> uncertain = new HashMap<>();

  Holds(CacheLink link, EpochTable epochs, CacheSettings settings, Secrets secrets) {
    this.link = link;
    this.epochs = epochs;
    this.settings = settings;
    this.node = secrets.newText();
  }

  /**
   * To be called inside the transaction that changes what these keys tell, once it has written.
   *
   * @return to be released after the transaction
   */
  public Hold hold(Collection<CacheKey> changed) {
    if (changed.isEmpty()) {
      return Hold.NOTHING;
    }
    var keys = Set.copyOf(changed);
    var name = node + ":" + count.incrementAndGet();
    if (link.trust().holds()) {
      try {
        var known = link.commands().hold(keys, name, settings.hold());
        return new Hold(known, () -> release(name, keys));
      } catch (CacheAway e) {
        // It may still get there, and would keep fills away for as long as a hold lasts.
        remember(name, keys);
      }
    }
    return new Hold(Set.of(), bump());
  }

  /**
   * Makes all that is in the cache count no more, from the commit of the current transaction on.
   *
   * @return to be run after the transaction, whether or not it was committed; it does not throw
   */
  public Runnable bump() {
    link.trust().beginUnheld();
    try {
      epochs.raise();
    } catch (RuntimeException e) {
      link.trust().endUnheld();
      throw e;
    }
    return this::afterBump;
  }

  /** Ends the holds that Redis may have got although it did not say so. */
  void releaseUncertain() {
    for (var hold : takeUncertain().entrySet()) {
      release(hold.getKey(), hold.getValue());
    }
  }

  private void afterBump() {
    try {
      link.trust().learn(epochs.read());
    } catch (RuntimeException e) {
      link.trust().doubt();
      log.warn("The epoch of the cache cannot be read: {}", e.getClass().getSimpleName());
    } finally {
      link.trust().endUnheld();
    }
  }

  private void release(String name, Set<CacheKey> keys) {
    try {
      link.commands().release(keys, name);
    } catch (CacheAway e) {
      remember(name, keys);
    }
  }

  private synchronized void remember(String name, Set<CacheKey> keys) {
    if (uncertain.size() < MOST_UNCERTAIN) {
      uncertain.put(name, keys);
    }
  }

  private synchronized Map<String, Set<CacheKey>> takeUncertain() {
    var taken = Map.copyOf(uncertain);
    uncertain.clear();
    return taken;
  }
}
