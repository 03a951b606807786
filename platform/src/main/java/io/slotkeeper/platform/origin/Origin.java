package io.slotkeeper.platform.origin;

import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where a change comes from. It travels in the metadata of commands and events, and holds nothing
 * personal.
 *
 * @param actor who asked: {@code anyone}, {@code customer:<booking>}, {@code owner:<business>},
 *     {@code admin}, or {@code slotkeeper} where a saga or a deadline did
 * @param cause what made it happen: {@code http:<method> <path pattern>}, {@code whatsapp:<what was
 *     done in the chat>}, {@code deadline:<name>} or {@code event:<event identifier>}
 * @param correlation names the whole chain of changes that began with one request or message
 */
public record Origin(String actor, String cause, String correlation) {
  /** Key of the actor in metadata. */
  public static final String ACTOR = "actor";

  /** Key of the cause in metadata. */
  public static final String CAUSE = "cause";

  /** Key of the correlation in metadata. */
  public static final String CORRELATION = "correlation";

  /** The origin as metadata. */
  public Map<String, String> metadata() {
    return Map.of(ACTOR, actor, CAUSE, cause, CORRELATION, correlation);
  }

  /** The origin that metadata tells; empty for an event from before there was any. */
  public static Optional<Origin> of(MetaData metadata) {
    var actor = text(metadata, ACTOR);
    var cause = text(metadata, CAUSE);
    var correlation = text(metadata, CORRELATION);
    return actor == null || cause == null || correlation == null
        ? Optional.empty()
        : Optional.of(new Origin(actor, cause, correlation));
  }

  private static @Nullable String text(MetaData metadata, String key) {
    return metadata.get(key) instanceof String text ? text : null;
  }
}
