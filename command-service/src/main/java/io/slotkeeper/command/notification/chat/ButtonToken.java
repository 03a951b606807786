package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.BookingId;
import java.time.Instant;

/**
 * What a button of ours means.
 *
 * @param expiry in whole seconds
 */
public record ButtonToken(ButtonAction action, BookingId bookingId, Instant expiry) {
  /** Whether the button does nothing any more. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiry);
  }
}
