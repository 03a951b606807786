package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.UnknownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events as one processor may read them: it is stopped at an unknown one of a family of which
 * it handles any, and passes over those of other families. A stopped processor lets go of its
 * segments, so that a node that knows the event goes on.
 */
public final class UnknownEventStop implements StreamableMessageSource<TrackedEventMessage<?>> {

  private static final Logger log = LoggerFactory.getLogger(UnknownEventStop.class);

  /** To handle what was read before; what takes longer is read again after the stop. */
  private static final Duration FOR_THE_EARLIER = Duration.ofMillis(500);

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final String processor;
  private final EventNames names;
  private final Predicate<Class<?>> handles;
  private final Runnable stops;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  /**
   * Stands before a processor.
   *
   * @param handles whether the processor handles events of a type
   */
  public UnknownEventStop(
      StreamableMessageSource<TrackedEventMessage<?>> events,
      String processor,
      EventNames names,
      Predicate<Class<?>> handles) {
    this(events, processor, names, handles, () -> {});
  }

  UnknownEventStop(
      StreamableMessageSource<TrackedEventMessage<?>> events,
      String processor,
      EventNames names,
      Predicate<Class<?>> handles,
      Runnable stops) {
    this.events = events;
    this.processor = processor;
    this.names = names;
    this.handles = handles;
    this.stops = stops;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
    return new StoppingStream(events.openStream(position));
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant time) {
    return events.createTokenAt(time);
  }

  private boolean handles(Class<?> type) {
    return handled.computeIfAbsent(type, handles::test);
  }

  private boolean stopsAt(UnknownEvent event) {
    return names.typesOf(EventNames.family(event.name())).anyMatch(this::handles);
  }

  private final class StoppingStream implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private boolean hasEarlier;
    private long metAt;

    StoppingStream(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      try {
        return hasNext(timeout, unit);
      } catch (SerializationException e) {
        stops.run();
        throw e;
      }
    }

    private boolean hasNext(int timeout, TimeUnit unit) throws InterruptedException {
      if (!stream.hasNextAvailable(timeout, unit)) {
        return false;
      }
      var next = stream.peek().map(TrackedEventMessage::getPayloadType).orElse(null);
      if (next == UnknownEvent.class
          && stream.peek().orElseThrow().getPayload() instanceof UnknownEvent unknown
          && stopsAt(unknown)) {
        return holdOrStop(unknown);
      }
      return true;
    }

    private boolean holdOrStop(UnknownEvent unknown) {
      if (metAt == 0) {
        metAt = System.nanoTime();
      }
      if (hasEarlier && System.nanoTime() - metAt < FOR_THE_EARLIER.toNanos()) {
        return false;
      }
      log.error(
          "{} stops at {}, revision {}, which this version does not know: a newer one has to go on",
          processor,
          unknown.name(),
          unknown.revision());
      throw unknown.refused();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      var event = stream.nextAvailable();
      hasEarlier = hasEarlier || handles(event.getPayloadType());
      return event;
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
      // Unknown ones are all of one type here, and are told apart by their names.
      if (ignored.getPayloadType() != UnknownEvent.class) {
        stream.skipMessagesWithPayloadTypeOf(ignored);
      }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
