package io.slotkeeper.admin.doctor;

/**
 * What was looked at, and how it is. Never holds a secret, nor anything personal.
 *
 * @param about one word for what was looked at
 * @param remedy how to mend it; empty where nothing has to be
 */
public record Finding(Level level, String about, String text, String remedy) {

  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Works, and is not as it should be. */
    WARN,
    /** Does not work, or will not. */
    FAIL
  }

  /** As it should be. */
  public static Finding ok(String about, String text) {
    return new Finding(Level.OK, about, text, "");
  }

  /** Works, and is not as it should be. */
  public static Finding warn(String about, String text, String remedy) {
    return new Finding(Level.WARN, about, text, remedy);
  }

  /** Does not work, or will not. */
  public static Finding fail(String about, String text, String remedy) {
    return new Finding(Level.FAIL, about, text, remedy);
  }
}
