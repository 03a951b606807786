package io.slotkeeper.command.notification.whatsapp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message has certainly not been taken. Says nothing of what it was or whom it was for. */
public final class NotSent extends RuntimeException {
  private final FailureClass failureClass;
  private final String code;
  private final @Nullable Duration retryAfter;

  /** A failure that names no time to come back. */
  public NotSent(FailureClass failureClass, String code) {
    this(failureClass, code, null);
  }

  /** Has no stack trace: it is an answer, and there may be many. */
  public NotSent(FailureClass failureClass, String code, @Nullable Duration retryAfter) {
    super("not sent: %s %s".formatted(failureClass, code), null, false, false);
    this.failureClass = failureClass;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** What to do about it. */
  public FailureClass failureClass() {
    return failureClass;
  }

  /** Meta's number, or a word of ours such as {@code breaker-open}. */
  public String code() {
    return code;
  }

  /** How long to wait at the least, where that is known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether the same message to the same number will fail again. */
  public boolean isPermanent() {
    return failureClass.isPermanent();
  }
}
