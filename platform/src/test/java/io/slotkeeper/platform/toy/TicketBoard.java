package io.slotkeeper.platform.toy;

import io.slotkeeper.platform.toy.TicketEvent.Taken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;

/** Remembers what a processor has handled, and fails where it is told to. */
@ProcessingGroup(TicketBoard.PROCESSOR)
public class TicketBoard {

  public static final String PROCESSOR = "board";

  public final List<String> handled = new CopyOnWriteArrayList<>();
  public final Map<String, Long> handledAtNanos = new ConcurrentHashMap<>();
  public final Map<String, ReplayStatus> replays = new ConcurrentHashMap<>();
  public final AtomicInteger refusals = new AtomicInteger();
  public volatile String poison = "";

  @EventHandler
  void on(Taken event, ReplayStatus replay) {
    if (event.ticket().equals(poison)) {
      refusals.incrementAndGet();
      throw new IllegalStateException("poisoned");
    }
    handledAtNanos.put(event.ticket(), System.nanoTime());
    replays.put(event.ticket(), replay);
    handled.add(event.ticket());
  }
}
