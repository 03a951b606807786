package io.slotkeeper.platform.eventstore.wakeup;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store that can be told that another process has appended events. Its readers wake at
 * most once each interval: a batch of one event costs them more than the event.
 */
public final class WakeableEventStore extends EmbeddedEventStore {

  private final TrackingToken beginning;
  private final ReaderCallbacks readers;
  private final Runnable committed;
  private final Paced wakeUps;

  /**
   * @param beginning a position before all events
   * @param interval least time between two looks for new events
   * @param committed is run after each commit of events by this process; must not block
   */
  public WakeableEventStore(
      Builder builder,
      WakeableStorageEngine engine,
      TrackingToken beginning,
      Duration interval,
      Runnable committed) {
    super(builder.storageEngine(engine));
    this.beginning = beginning;
    this.readers = engine.readers();
    this.committed = committed;
    this.wakeUps = new Paced("event-wake-up", interval, this::look, () -> {});
  }

  /** Looks for new events, now or when the interval is over. */
  public void wakeUp() {
    wakeUps.ask();
  }

  private void look() {
    fetch();
    // A reader that is not on the shared cache at the moment is not called by it.
    readers.run();
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    wakeUp();
    committed.run();
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    // No reader is without a position: to the shared cache that means that there is no reader.
    var position = trackingToken == null ? beginning : trackingToken;
    return new WakeableStream(super.openStream(position), readers, this::fetch);
  }

  @Override
  public void shutDown() {
    wakeUps.close();
    super.shutDown();
  }

  private void fetch() {
    super.afterCommit(List.of());
  }
}
