package io.slotkeeper.platform.eventstore.wakeup;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** An event store that can be told that another process has appended events. */
public final class WakeableEventStore extends EmbeddedEventStore {

  private final ReaderCallbacks readers;
  private final Runnable committed;

  /**
   * @param committed is run after each commit of events by this process; must not block
   */
  public WakeableEventStore(Builder builder, WakeableStorageEngine engine, Runnable committed) {
    super(builder.storageEngine(engine));
    this.readers = engine.readers();
    this.committed = committed;
  }

  /** Looks for new events now. */
  public void wakeUp() {
    fetch();
    // A reader that is not on the shared cache at the moment is not called by it.
    readers.run();
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    super.afterCommit(events);
    committed.run();
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new WakeableStream(super.openStream(trackingToken), readers, this::fetch);
  }

  private void fetch() {
    super.afterCommit(List.of());
  }
}
