package io.slotkeeper.platform.idempotency;

/** The request was answered before: that answer takes the place of the one that is being made. */
final class RepeatedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient KeptAnswer answer;

  RepeatedAnswer(KeptAnswer answer) {
    super("Answered before", null, false, false);
    this.answer = answer;
  }

  KeptAnswer answer() {
    return answer;
  }
}
