package io.slotkeeper.command.notification.whatsapp;

/** What to do about a message that WhatsApp has not taken, or has given up. */
public enum FailureClass {
  /** Passes by itself: try again later. */
  TRANSIENT,
  /** Too much from us altogether: try again later, and slow the whole sender. */
  SLOW_DOWN,
  /** May pass: try two or three times in all. */
  FEW_TRIES,
  /** Too much to one recipient: only that one waits. */
  PAIR_LIMIT,
  /** Nothing goes out until an operator acts: keep the message. */
  CHANNEL_STOPPED,
  /** This recipient cannot be reached this way. */
  UNDELIVERABLE,
  /** The recipient has not written within 24 hours: send it as a template. */
  NEEDS_TEMPLATE,
  /** The message or our configuration is wrong: to send it again changes nothing. */
  OUR_MISTAKE;

  /** Whether the same message to the same number will fail again. */
  public boolean isPermanent() {
    return switch (this) {
      case TRANSIENT, SLOW_DOWN, FEW_TRIES, PAIR_LIMIT, CHANNEL_STOPPED -> false;
      case UNDELIVERABLE, NEEDS_TEMPLATE, OUR_MISTAKE -> true;
    };
  }
}
