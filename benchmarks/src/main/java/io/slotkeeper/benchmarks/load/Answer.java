package io.slotkeeper.benchmarks.load;

import java.nio.charset.StandardCharsets;

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
}
