package io.slotkeeper.query.cache;

import java.nio.charset.StandardCharsets;

/**
 * Where an answer is in Redis.
 *
 * @param kind of the answer, as the metrics name it
 * @param group whose answers are read and changed together; a Redis Cluster keeps them on one node
 * @param part which of the group's, empty where there is one alone
 */
public record CacheKey(String kind, String group, String part) {
  /** The number is that of the format: versions of the service that differ in it do not meet. */
  private static final String PREFIX = "slotkeeper:1:";

  byte[] value() {
    return bytes("");
  }

  /** Who fills it. */
  byte[] lease() {
    return bytes(":lease");
  }

  /** Who is changing what it tells. */
  byte[] hold() {
    return bytes(":hold");
  }

  private byte[] bytes(String suffix) {
    return (PREFIX + kind + ":{" + group + "}" + (part.isEmpty() ? "" : ":" + part) + suffix)
        .getBytes(StandardCharsets.UTF_8);
  }
}
