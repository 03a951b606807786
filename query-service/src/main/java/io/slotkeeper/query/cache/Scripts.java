package io.slotkeeper.query.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Steps that Redis takes as one. Sent whole, as a restart forgets them. */
final class Scripts {
  private static final String COMMON = text("common");

  /** Keys: lease and hold of each; arguments: who fills, milliseconds. Gives 1 where it may. */
  static final byte[] LEASE = script("lease");

  /**
   * Keys: value, lease and hold of each; arguments: who fills, then for each milliseconds and
   * value, empty to give the lease up. Gives 1 where it was stored.
   */
  static final byte[] STORE = script("store");

  /**
   * Keys: value, lease and hold of each; arguments: who changes, milliseconds. Gives 1 where there
   * was something or somebody was filling it.
   */
  static final byte[] HOLD = script("hold");

  /** Keys: value, lease and hold of each; argument: who has changed. */
  static final byte[] RELEASE = script("release");

  private Scripts() {}

  private static byte[] script(String name) {
    return (COMMON + text(name)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name) {
    try (var in = Scripts.class.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
