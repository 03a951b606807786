package io.slotkeeper.platform.eventstore.wakeup;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.Toys;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedCacheTest {

  private final CountingEngine engine = new CountingEngine();
  private final WakeableEventStore store =
      new WakeableEventStore(
          EmbeddedEventStore.builder(),
          new WakeableStorageEngine(engine, Toys.names()),
          new GlobalSequenceTrackingToken(-1),
          Duration.ofMillis(20),
          () -> {});

  @AfterEach
  void stop() {
    store.shutDown();
  }

  /** It takes the position of its first reader, who may be gone when it asks for it. */
  @Test
  void isNotFilledWithTheWholeHistoryByReadersThatComeAndGo() {
    store.publish(taken("one", 0), taken("two", 0), taken("three", 0));
    var head = store.createHeadToken();
    for (int i = 0; i < 10_000; i++) {
      try (var stream = store.openStream(head)) {
        assertThat(stream.hasNextAvailable()).isFalse();
      }
    }
    try (var stream = store.openStream(head)) {
      assertThat(stream.hasNextAvailable()).isFalse();
      await().until(() -> engine.looks.get() > 0);
    }
    assertThat(engine.looksFromNowhere).hasValue(0);
  }

  @Test
  void isFilledForAReaderWhoCameBeforeTheFirstEvent() {
    try (var stream = store.openStream(null)) {
      assertThat(stream.hasNextAvailable()).isFalse();
      store.publish(taken("first", 0));
      await().until(stream::hasNextAvailable);
    }
    assertThat(engine.looksFromNowhere).hasValue(0);
  }

  private static final class CountingEngine extends InMemoryEventStorageEngine {
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger looksFromNowhere = new AtomicInteger();

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
        @Nullable TrackingToken token, boolean mayBlock) {
      if (mayBlock) {
        looks.incrementAndGet();
        if (token == null) {
          looksFromNowhere.incrementAndGet();
        }
      }
      return super.readEvents(token, mayBlock);
    }
  }
}
