package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static final String PROCESSOR = "slots";

  private final List<Throwable> passedOn = new ArrayList<>();
  private final Failures failures = new Failures(context -> passedOn.add(context.error()));

  @Test
  void remembersWhatCouldNotBeHandled() throws Exception {
    failures.handleError(context(new IllegalStateException("refused")));

    assertThat(failures.has(PROCESSOR)).isTrue();
    assertThat(passedOn).hasSize(1);
  }

  @Test
  void doesNotTakeTheLossOfASegmentToAnotherNodeForAFailure() throws Exception {
    failures.handleError(context(new UnableToClaimTokenException("owned by another node")));

    assertThat(failures.has(PROCESSOR)).isFalse();
    assertThat(passedOn).hasSize(1);
  }

  @Test
  void endsWhenWhatWaitedWasHandledByWhomever() throws Exception {
    failures.handleError(context(new IllegalStateException("the database is away")));
    long later = System.nanoTime() + Duration.ofSeconds(5).toNanos();

    failures.endIfHandled(PROCESSOR, Duration.ofSeconds(4), later);

    assertThat(failures.has(PROCESSOR)).isFalse();
  }

  @Test
  void lastsWhileAnEventWaitsThatWaitedThen() throws Exception {
    failures.handleError(context(new IllegalStateException("refused")));
    long later = System.nanoTime() + Duration.ofSeconds(5).toNanos();

    failures.endIfHandled(PROCESSOR, Duration.ofSeconds(6), later);

    assertThat(failures.has(PROCESSOR)).isTrue();
  }

  @Test
  void lastsWhereNothingWasReadSince() throws Exception {
    long before = System.nanoTime();
    failures.handleError(context(new IllegalStateException("refused")));

    failures.endIfHandled(PROCESSOR, Duration.ZERO, before);

    assertThat(failures.has(PROCESSOR)).isTrue();
  }

  private static ErrorContext context(Exception error) {
    return new ErrorContext(PROCESSOR, error, List.of());
  }
}
