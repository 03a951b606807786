package io.slotkeeper.admin.terminal;

import java.util.Objects;
import java.util.function.Supplier;

/** What somebody has given cannot be used; the message says why. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** In a sentence without a full stop. */
  public Unusable(String message) {
    super(message);
  }

  /** Reads what has a name. */
  public static <T> T unlessRead(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new Unusable("%s cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  /** In a sentence. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
