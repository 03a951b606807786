package io.slotkeeper.command.notification.whatsapp;

/** A message may have been taken or not: only a later status can tell. */
public final class OutcomeUnknown extends RuntimeException {
  private final String code;

  /** Has no stack trace: it is an answer, and there may be many. */
  public OutcomeUnknown(String code) {
    super("outcome unknown: " + code, null, false, false);
    this.code = code;
  }

  /** What happened, a word of ours. */
  public String code() {
    return code;
  }
}
