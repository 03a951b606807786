package io.slotkeeper.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.errors.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** What is put aside, and who hears of it. */
class PoisonTest {

  private final List<Circumstances> reported = new ArrayList<>();
  private final Poison poison = new Poison("bookings", (error, where) -> reported.add(where));
  private final GenericDomainEventMessage<String> event =
      new GenericDomainEventMessage<>(
          "Booking", "bkg_1", 0, "requested", Map.of("correlation", "cor_1"));

  @Test
  void reportsAnEventThatIsPutAside() {
    var decision = poison.decide(letter(), new IllegalStateException());

    assertThat(decision.shouldEnqueue()).isTrue();
    assertThat(reported)
        .containsExactly(
            new Circumstances(
                Map.of(
                    "processor", "bookings",
                    "event", "String",
                    "aggregate", "Booking",
                    "correlation", "cor_1")));
  }

  @Test
  void saysNothingWhereEverythingWaits() {
    assertThatThrownBy(() -> poison.decide(letter(), new QueryTimeoutException("slow")))
        .isInstanceOf(QueryTimeoutException.class);
    assertThat(reported).isEmpty();
  }

  private GenericDeadLetter<GenericDomainEventMessage<String>> letter() {
    return new GenericDeadLetter<>("bkg_1", event);
  }
}
