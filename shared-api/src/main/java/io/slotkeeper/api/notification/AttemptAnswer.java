package io.slotkeeper.api.notification;

import java.time.Instant;

/** What to do with a notification that is next in line. */
public sealed interface AttemptAnswer {
  /**
   * Send it now; that it is attempted has been written down.
   *
   * @param attempt counted from 1
   * @param asTemplate whether only a template will do, since WhatsApp has said so
   */
  record Send(int attempt, boolean asTemplate) implements AttemptAnswer {}

  /**
   * An earlier attempt may yet turn out to have succeeded: ask again then.
   *
   * @param until when to ask again
   */
  record Wait(Instant until) implements AttemptAnswer {}

  /** There is nothing left to do: it was sent, or given up. */
  record Done() implements AttemptAnswer {}
}
