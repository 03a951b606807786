package io.slotkeeper.command.http;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers to commands: each says which version came of it. */
public final class Answers {
  private Answers() {}

  /** What was changed. */
  public static <T> ResponseEntity<T> changed(Object id, long version, T body) {
    return with(ResponseEntity.ok(), id, version).body(body);
  }

  /** What was made, and where it can be read. */
  public static <T> ResponseEntity<T> created(URI location, Object id, long version, T body) {
    return with(ResponseEntity.created(location), id, version).body(body);
  }

  private static ResponseEntity.BodyBuilder with(
      ResponseEntity.BodyBuilder answer, Object id, long version) {
    return answer
        .eTag(Long.toString(version))
        .header(ConsistencyToken.HEADER, new ConsistencyToken(id.toString(), version).text());
  }
}
