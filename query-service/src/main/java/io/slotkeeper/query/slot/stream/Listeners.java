package io.slotkeeper.query.slot.stream;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everybody who listens to this node, and how far the feed has been handed out to them. */
@Component
class Listeners {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final int most;
  private final Map<String, Set<Listener>> byBusiness = new HashMap<>();
  private int count;
  private long position;
  private boolean closed;

  Listeners(StreamSettings settings) {
    this.most = settings.mostListeners();
  }

  /**
   * Adds one, who is handed everything after the place that is returned, and nothing before it.
   *
   * @param newest a place up to which everything could be seen a moment ago
   * @throws ProblemException if there are too many, or the node is stopping
   */
  synchronized long add(Listener listener, long newest) {
    if (closed || count >= most) {
      throw ProblemException.of(
              ProblemCode.UNAVAILABLE, "This node takes no more listeners. Try again shortly.")
          .retryAfter(TRY_AGAIN);
    }
    if (count == 0) {
      // While nobody listened nobody read on.
      position = Math.max(position, newest);
    }
    byBusiness.computeIfAbsent(listener.businessId(), id -> new HashSet<>()).add(listener);
    count++;
    return position;
  }

  synchronized void remove(Listener listener) {
    var all = byBusiness.get(listener.businessId());
    if (all != null && all.remove(listener)) {
      count--;
      if (all.isEmpty()) {
        byBusiness.remove(listener.businessId());
      }
    }
  }

  synchronized int count() {
    return count;
  }

  synchronized long position() {
    return position;
  }

  /**
   * Notes that everything up to a place is about to be handed out.
   *
   * @return those of these businesses who are to get it
   */
  synchronized Map<String, List<Listener>> advance(long seq, Set<String> businesses) {
    position = Math.max(position, seq);
    var found = new HashMap<String, List<Listener>>();
    for (var business : businesses) {
      var all = byBusiness.get(business);
      if (all != null) {
        found.put(business, List.copyOf(all));
      }
    }
    return found;
  }

  synchronized void open() {
    closed = false;
  }

  /** Ends all streams, and takes no more. */
  synchronized void close() {
    closed = true;
    byBusiness.values().forEach(all -> all.forEach(Listener::end));
  }
}
