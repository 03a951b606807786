package io.slotkeeper.command.notification.text;

/** What a message may ask for with one word. */
public enum Word {
  /** To hear nothing more. */
  STOP,
  /** To hear from us again. */
  START,
  /** To call a booking off. */
  CANCEL
}
