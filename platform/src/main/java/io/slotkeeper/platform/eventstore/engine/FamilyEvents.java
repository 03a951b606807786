package io.slotkeeper.platform.eventstore.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The history for readers who want little of it. As far as it is settled PostgreSQL passes over all
 * events of other families; after that they come as to any reader.
 */
public final class FamilyEvents {

  private final EventStore events;
  private final PostgresEventStorageEngine engine;

  /** Of a store and its engine. */
  public FamilyEvents(EventStore events, PostgresEventStorageEngine engine) {
    this.events = events;
    this.engine = engine;
  }

  /**
   * Of families only, and of all families near the end.
   *
   * @param families by what names of events begin with
   */
  public StreamableMessageSource<TrackedEventMessage<?>> of(Collection<String> families) {
    return new Source(Set.copyOf(families));
  }

  private final class Source implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final Set<String> families;

    Source(Set<String> families) {
      this.families = families;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
      if (!(position instanceof GapAwareTrackingToken from) || !from.getGaps().isEmpty()) {
        return events.openStream(position);
      }
      long settled = engine.settled();
      if (from.getIndex() >= settled) {
        return events.openStream(position);
      }
      return new SettledFirst(
          engine.readSettled(from, settled, families),
          () -> events.openStream(GapAwareTrackingToken.newInstance(settled, List.of())));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
      return events.createTailToken();
    }
  }
}
