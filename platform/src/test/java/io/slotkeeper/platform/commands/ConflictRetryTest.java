package io.slotkeeper.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictRetryTest {

  private static final int RETRIES = 3;

  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final CommandGateway gateway =
      new ConflictAwareGateway(
          DefaultCommandGateway.builder()
              .commandBus(bus)
              .retryScheduler(new ConflictRetry(RETRIES, Duration.ofMillis(1))));
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void winsARaceAtTheSecondAttempt() {
    failFirst(1, new ConcurrencyException("lost"));

    assertThat(gateway.<String>sendAndWait("take")).isEqualTo("done");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void retriesALostRaceForANewStream() {
    failFirst(1, new AggregateStreamCreationException("lost", new SQLException("unique", "23505")));

    assertThat(gateway.<String>sendAndWait("take")).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void retriesWhatTheDatabaseGaveUp(String state) {
    failFirst(1, new EventStoreException("failed", new SQLException("gave up", state)));

    assertThat(gateway.<String>sendAndWait("take")).isEqualTo("done");
  }

  @Test
  void retriesADeadlockOfLocks() {
    failFirst(1, new DeadlockException("imminent"));

    assertThat(gateway.<String>sendAndWait("take")).isEqualTo("done");
  }

  @Test
  void givesUpARaceThatStaysLostWithOneException() {
    failFirst(Integer.MAX_VALUE, new ConcurrencyException("lost"));

    assertThatThrownBy(() -> gateway.sendAndWait("take")).isInstanceOf(ConflictException.class);
    assertThat(attempts).hasValue(1 + RETRIES);
  }

  @Test
  void givesUpThroughAFutureToo() {
    failFirst(Integer.MAX_VALUE, new ConcurrencyException("lost"));

    assertThat(gateway.send("take"))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void doesNotRetryARuleOfTheDomain() {
    failFirst(Integer.MAX_VALUE, new IllegalStateException("slot is taken"));

    assertThatThrownBy(() -> gateway.sendAndWait("take")).isInstanceOf(IllegalStateException.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void doesNotRetryABrokenStore() {
    failFirst(Integer.MAX_VALUE, new EventStoreException("failed", new SQLException("", "08006")));

    assertThatThrownBy(() -> gateway.sendAndWait("take")).isInstanceOf(EventStoreException.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void doesNotQueueAgainBehindAHeldLock() {
    failFirst(Integer.MAX_VALUE, new LockAcquisitionFailedException("too many"));

    assertThatThrownBy(() -> gateway.sendAndWait("take")).isInstanceOf(ConflictException.class);
    assertThat(attempts).hasValue(1);
  }

  private void failFirst(int failures, RuntimeException failure) {
    bus.subscribe(
        String.class.getName(),
        command -> {
          if (attempts.incrementAndGet() <= failures) {
            throw failure;
          }
          return "done";
        });
  }
}
