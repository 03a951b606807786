package io.slotkeeper.command.saga;

import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CHAIR;
import static io.slotkeeper.command.node.Samples.CUSTOMER_ID;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.SLOT_ID;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static io.slotkeeper.command.node.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.axonframework.deadline.DeadlineManager;
import org.junit.jupiter.api.Test;

/** Axon's fixture keeps sagas as they are; the store writes them down and reads them back. */
class SagaSerializationTest {

  private final NamedJsonSerializer serializer =
      new NamedJsonSerializer(
          EventNames.of(List.of(new EventName("booking.confirmed", "1", BookingConfirmed.class))));
  private final DeadlineManager deadlines = mock(DeadlineManager.class);
  private final SettableClock clock = new SettableClock(NOW);

  @Test
  void readsBackASagaThatWaitsForTheOwner() {
    assertReadBack(waiting());
  }

  @Test
  void readsBackASagaThatReminds() {
    var saga = waiting();
    saga.on(
        new BookingConfirmed(BOOKING.value(), BUSINESS.value()), 1, new Nobody(), deadlines, clock);
    assertReadBack(saga);
  }

  @Test
  void readsBackWhatAReminderCarries() {
    var due = new ReminderDue(SLOT_ID.toString(), "PT24H", START);

    Object copy = serializer.deserialize(serializer.serialize(due, byte[].class));

    assertThat(copy).isEqualTo(due);
  }

  @Test
  void keepsNothingPersonal() {
    var text =
        new String(serializer.serialize(waiting(), byte[].class).getData(), StandardCharsets.UTF_8);

    assertThat(text)
        .contains(BOOKING.value())
        .doesNotContain(CUSTOMER_ID.value(), "Test Customer", "+346", "window");
  }

  private BookingSaga waiting() {
    when(deadlines.schedule(any(Instant.class), any(String.class), any()))
        .thenReturn("schedule-1", "schedule-2", "schedule-3");
    var saga = new BookingSaga();
    saga.on(
        new BookingRequested(
            BOOKING.value(),
            BUSINESS.value(),
            CHAIR.value(),
            SLOT_ID.toString(),
            START,
            SLOT.end(),
            NOW.plus(WINDOW),
            CUSTOMER_ID.value(),
            sealed("Test Customer"),
            sealed("+34600000001"),
            sealed("By the window"),
            NOW,
            "I agree.",
            "MANUAL",
            List.of("PT24H", "PT2H")),
        0,
        new Nobody(),
        deadlines);
    return saga;
  }

  private void assertReadBack(BookingSaga saga) {
    Object copy = serializer.deserialize(serializer.serialize(saga, byte[].class));

    assertThat(copy).isNotSameAs(saga).usingRecursiveComparison().isEqualTo(saga);
  }

  private static final class Nobody implements SagaCommands {
    @Override
    public void send(QueueNotifications command) {}

    @Override
    public void send(ExpireBooking command) {}
  }
}
