package io.slotkeeper.platform.errors;

import io.slotkeeper.platform.origin.Origin;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Where an error happened.
 *
 * @param tags names of things; only a correlation may be one that a program chose for its request
 */
public record Circumstances(Map<String, String> tags) {
  /** The tag that says in which trace, where there is one. */
  public static final String TRACE_PARENT = "traceparent";

  public Circumstances {
    tags = Map.copyOf(tags);
  }

  /** One that the caller was told by this id. */
  public static Circumstances ofRequest(String errorId) {
    return new Circumstances(Map.of("error.id", errorId));
  }

  /** A task of this name. */
  public static Circumstances ofTask(String name) {
    return new Circumstances(Map.of("task", name));
  }

  /** An event in this processor. */
  public static Circumstances of(String processor, EventMessage<?> event) {
    var tags = new HashMap<String, String>();
    tags.put("processor", processor);
    tags.put("event", event.getPayloadType().getSimpleName());
    if (event instanceof DomainEventMessage<?> stored && stored.getType() != null) {
      tags.put("aggregate", stored.getType());
    }
    put(tags, event, Origin.CORRELATION);
    put(tags, event, TRACE_PARENT);
    return new Circumstances(tags);
  }

  private static void put(Map<String, String> tags, EventMessage<?> event, String key) {
    if (event.getMetaData().get(key) instanceof String text) {
      tags.put(key, text);
    }
  }
}
