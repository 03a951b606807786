package io.slotkeeper.command.saga;

import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.notification.QueueNotifications;

/**
 * What a saga may ask for. Each is done when the call returns, and asking again changes nothing.
 */
public interface SagaCommands {

  /** Tells people. */
  void send(QueueNotifications command);

  /** Ends a booking that nobody has answered. */
  void send(ExpireBooking command);
}
