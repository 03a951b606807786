package io.slotkeeper.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it was given.
 *
 * @param body as it went over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record KeptAnswer(int status, Map<String, List<String>> headers, byte[] body) {

  /** The answer with its body as it will be written. */
  static KeptAnswer of(ResponseEntity<?> answer, JsonMapper json) {
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON_VALUE));
    answer.getHeaders().forEach(headers::put);
    var body = answer.getBody() instanceof byte[] bytes ? bytes : json(answer.getBody(), json);
    return new KeptAnswer(answer.getStatusCode().value(), headers, body);
  }

  private static byte[] json(@Nullable Object body, JsonMapper json) {
    return json.writeValueAsBytes(body);
  }

  @Override
  public String toString() {
    return "KeptAnswer[status=%d]".formatted(status);
  }
}
