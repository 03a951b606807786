package io.slotkeeper.platform.security;

import io.slotkeeper.api.BookingId;
import java.util.Optional;

/** Customers' tokens, for whoever measures them alone. */
public final class MeasuredTokens {
  private final ManageTokens tokens;

  /**
   * Made with this secret.
   *
   * @param secret at least 32 bytes
   */
  public MeasuredTokens(byte[] secret) {
    this.tokens = new ManageTokens(secret);
  }

  /** The token of a booking. */
  public String make(BookingId bookingId) {
    return tokens.tokenOf(bookingId);
  }

  /** The booking that a token is good for. */
  public Optional<BookingId> check(String token) {
    return tokens.verify(token);
  }
}
