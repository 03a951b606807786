package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value.
 *
 * @param code stable, for programs
 * @param message for people
 */
public record Flaw(String code, String message) {
  /** Nothing is wrong. */
  public static final @Nullable Flaw NONE = null;

  static Flaw outOfRange(Object least, Object most) {
    return new Flaw("out-of-range", "must be between %s and %s".formatted(least, most));
  }
}
