package io.slotkeeper.platform.origin;

import java.util.Map;
import java.util.Optional;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
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

  /** The actor of what nobody asked for at that moment. */
  public static final String SLOTKEEPER = "slotkeeper";

  /** The origin as metadata. */
  public Map<String, String> metadata() {
    return Map.of(ACTOR, actor, CAUSE, cause, CORRELATION, correlation);
  }

  /**
   * The origin of what we do because of an event, or when a deadline comes. It stays in the chain
   * that the event is in; one from before there were origins begins a chain, and the same one each
   * time that it is handled.
   */
  public static Origin after(EventMessage<?> event) {
    var cause =
        event instanceof DeadlineMessage<?> deadline
            ? "deadline:" + deadline.getDeadlineName()
            : "event:" + event.getIdentifier();
    var correlation =
        of(event.getMetaData()).map(Origin::correlation).orElse(event.getIdentifier());
    return new Origin(SLOTKEEPER, cause, correlation);
  }

  /** The same actor and chain, for another reason. */
  public Origin withCause(String otherCause) {
    return new Origin(actor, otherCause, correlation);
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
