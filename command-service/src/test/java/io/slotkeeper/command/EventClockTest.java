package io.slotkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.SettableClock;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class EventClockTest {

  private final Clock found = GenericEventMessage.clock;
  private final Clock first = new SettableClock(Instant.EPOCH);
  private final Clock second = new SettableClock(Instant.EPOCH);

  @Test
  void givesTheClockBackToTheServiceThatWasThereBefore() {
    var earlier = new EventClock(first);
    var later = new EventClock(second);

    earlier.afterPropertiesSet();
    later.afterPropertiesSet();
    assertThat(GenericEventMessage.clock).isSameAs(second);

    later.destroy();
    assertThat(GenericEventMessage.clock).isSameAs(first);
    earlier.destroy();
    assertThat(GenericEventMessage.clock).isSameAs(found);
  }

  @Test
  void leavesTheClockToTheServiceThatCameAfterIt() {
    var earlier = new EventClock(first);
    var later = new EventClock(second);
    earlier.afterPropertiesSet();
    later.afterPropertiesSet();

    earlier.destroy();

    assertThat(GenericEventMessage.clock).isSameAs(second);
    later.destroy();
    assertThat(GenericEventMessage.clock).isSameAs(found);
  }

  @Test
  void goesOnForAServiceWhoseClockIsThatOfOneThatEnds() {
    var earlier = new EventClock(first);
    var later = new EventClock(first);
    earlier.afterPropertiesSet();
    later.afterPropertiesSet();

    earlier.destroy();
    assertThat(GenericEventMessage.clock).isSameAs(first);

    later.destroy();
    assertThat(GenericEventMessage.clock).isSameAs(found);
  }
}
