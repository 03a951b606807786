package io.slotkeeper.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request.
 *
 * @param body JSON, or empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
public record Call(String method, String path, Map<String, String> headers, byte[] body) {

  /** A request for a path. */
  public static Call get(String path) {
    return new Call("GET", path, Map.of(), new byte[0]);
  }

  /** A request with a body of JSON. */
  public static Call post(String path, Map<String, String> headers, String json) {
    return new Call("POST", path, headers, json.getBytes(StandardCharsets.UTF_8));
  }
}
