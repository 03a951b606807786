package io.slotkeeper.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back, read to its end.
 *
 * @param status of HTTP, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
public record Answer(int status, byte[] body) {

  /** Stands for the status where the connection broke. */
  public static final int NONE = 0;

  /** The body as a text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Itself, where the status is this one.
   *
   * @throws WrongAnswers otherwise
   */
  public Answer require(int expected, String what) {
    if (status != expected) {
      throw new WrongAnswers(what, Map.of(status, 1L));
    }
    return this;
  }
}
