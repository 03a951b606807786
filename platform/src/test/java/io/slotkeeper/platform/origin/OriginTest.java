package io.slotkeeper.platform.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class OriginTest {

  private static final Origin ASKED = new Origin("anyone", "http:POST /api/bookings", "chain-1");
  private static final Origin OTHER = new Origin("admin", "http:POST /api/other", "chain-2");

  @Test
  void isReadBackFromMetadata() {
    assertThat(Origin.of(MetaData.from(ASKED.metadata()))).contains(ASKED);
    assertThat(Origin.of(MetaData.emptyInstance())).isEmpty();
    assertThat(Origin.of(MetaData.from(Map.of(Origin.ACTOR, "anyone", Origin.CAUSE, "x"))))
        .isEmpty();
  }

  @Test
  void staysInTheChainOfTheEventThatItFollows() {
    var event = event(ASKED.metadata());

    assertThat(Origin.after(event))
        .isEqualTo(new Origin("slotkeeper", "event:" + event.getIdentifier(), "chain-1"));
  }

  @Test
  void namesTheDeadlineThatItFollows() {
    var deadline = new GenericDeadlineMessage<>("reminder", "due", ASKED.metadata());

    assertThat(Origin.after(deadline))
        .isEqualTo(new Origin("slotkeeper", "deadline:reminder", "chain-1"));
  }

  @Test
  void beginsTheSameChainEachTimeAfterAnEventThatIsInNone() {
    var event = event(Map.of());

    assertThat(Origin.after(event).correlation()).matches("[A-Za-z0-9._-]{1,100}");
    assertThat(Origin.after(event)).isEqualTo(Origin.after(event));
    assertThat(Origin.after(event)).isNotEqualTo(Origin.after(event(Map.of())));
  }

  @Test
  void holdsWhileItsWorkIsDone() {
    assertThat(CurrentOrigin.get()).isEmpty();

    CurrentOrigin.during(
        ASKED,
        () -> {
          assertCurrent(ASKED);
          CurrentOrigin.during(
              OTHER,
              () -> {
                assertCurrent(OTHER);
                return OTHER;
              });
          assertCurrent(ASKED);
          return ASKED;
        });

    assertThat(CurrentOrigin.get()).isEmpty();
    assertThat(MDC.get("correlation")).isNull();
  }

  @Test
  void holdsNoLongerAfterAFailure() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                CurrentOrigin.during(
                    ASKED,
                    () -> {
                      throw new IllegalStateException("broken by the test");
                    }));

    assertThat(CurrentOrigin.get()).isEmpty();
    assertThat(MDC.get("correlation")).isNull();
  }

  @Test
  void isNotInheritedByThreadsThatAreBegunMeanwhile() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var seen =
          CurrentOrigin.during(
              ASKED, () -> CompletableFuture.supplyAsync(CurrentOrigin::get, threads).join());

      assertThat(seen).isEmpty();
    }
  }

  private static void assertCurrent(Origin origin) {
    assertThat(CurrentOrigin.get()).contains(origin);
    assertThat(MDC.get("correlation")).isEqualTo(origin.correlation());
  }

  private static EventMessage<?> event(Map<String, ?> metadata) {
    return new GenericEventMessage<>("event", metadata);
  }
}
