package io.slotkeeper.command.http;

import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A POST that a test sends with keys. */
record Keyed(String path, @Nullable String token, String body) {
  static final String REPLAYED = "Idempotency-Replayed";

  HttpResponse<String> with(String key, CommandServer server) {
    return server.call("POST", path, token, body, "Idempotency-Key", key);
  }

  Keyed as(@Nullable String other) {
    return new Keyed(path, other, body);
  }

  Keyed saying(String other) {
    return new Keyed(path, token, other);
  }

  static boolean isReplayed(HttpResponse<String> answer) {
    return answer.headers().firstValue(REPLAYED).isPresent();
  }

  /** All of an answer that must be the same each time. */
  static List<Object> essence(HttpResponse<String> answer) {
    return List.of(
        answer.statusCode(),
        answer.body(),
        answer.headers().allValues("Content-Type"),
        answer.headers().allValues("Location"),
        answer.headers().allValues("ETag"),
        answer.headers().allValues("Consistency-Token"));
  }
}
