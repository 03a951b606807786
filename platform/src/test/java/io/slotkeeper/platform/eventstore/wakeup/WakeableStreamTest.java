package io.slotkeeper.platform.eventstore.wakeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class WakeableStreamTest {

  private final ReaderCallbacks readers = new ReaderCallbacks();
  private final AtomicInteger fetches = new AtomicInteger();

  @Test
  void asksOnceForWhatWasAppendedWhileItCaughtUp() {
    WakeableStream stream = open();

    assertThat(stream.hasNextAvailable()).isFalse();
    assertThat(stream.hasNextAvailable()).isFalse();

    assertThat(fetches).hasValue(1);
  }

  @Test
  void failsWithWhatTheSharedCacheCouldNotRead() {
    WakeableStream stream = open();

    readers.fail(new SerializationException("unknown"));

    assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(SerializationException.class);
  }

  @Test
  void forgetsAFailureFromBeforeItWasOpened() {
    readers.fail(new SerializationException("unknown"));

    assertThat(open().hasNextAvailable()).isFalse();
  }

  @Test
  void isNotCalledAnyMoreAfterItWasClosed() {
    AtomicInteger calls = new AtomicInteger();
    WakeableStream stream = open();
    stream.setOnAvailableCallback(calls::incrementAndGet);
    readers.run();

    stream.close();
    readers.run();

    assertThat(calls).hasValue(1);
  }

  private WakeableStream open() {
    return new WakeableStream(new EmptyStream(), readers, fetches::incrementAndGet);
  }

  private static final class EmptyStream implements TrackingEventStream {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      throw new IllegalStateException("empty");
    }

    @Override
    public void close() {}
  }
}
