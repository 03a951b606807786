package io.slotkeeper.query.rebuild;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The events of one projection up to where its serving generation is, which moves on. So the next
 * generation never gets ahead, and the two stand at the same event as soon as the serving one is
 * held. Others are passed over here, since a processor would queue each of them for each segment.
 */
final class Fence implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final Class<?> kinds;
  private volatile long last = -1;
  private volatile long passed = -1;
  private volatile @Nullable Runnable wakeUp;

  Fence(StreamableMessageSource<TrackedEventMessage<?>> events, Class<?> kinds) {
    this.events = events;
    this.kinds = kinds;
  }

  /** The number of the last event that was read. */
  long passed() {
    return passed;
  }

  /** Lets events pass up to this number. */
  void moveTo(long index) {
    if (index > last) {
      last = index;
      var reader = wakeUp;
      if (reader != null) {
        reader.run();
      }
    }
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
    return new FencedStream(events.openStream(position));
  }

  @Override
  public TrackingToken createTailToken() {
    return events.createTailToken();
  }

  private static long index(TrackedEventMessage<?> event) {
    return event.trackingToken() instanceof GapAwareTrackingToken token
        ? token.getIndex()
        : Long.MAX_VALUE;
  }

  private final class FencedStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> stream;

    FencedStream(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek().filter(event -> index(event) <= last);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      while (stream.hasNextAvailable(timeout, unit)) {
        var next = peek();
        if (next.isEmpty()) {
          return false;
        }
        if (kinds.isAssignableFrom(next.get().getPayloadType())) {
          return true;
        }
        nextAvailable();
      }
      return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      var event = stream.nextAvailable();
      passed = index(event);
      return event;
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
      stream.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      wakeUp = callback;
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
