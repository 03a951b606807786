package io.slotkeeper.platform.eventstore.serialization;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.AnnotationRevisionResolver;

/** The names of all events that may be stored; each service defines one bean of it. */
public final class EventNames {

  private final Map<String, EventName> byName = new HashMap<>();
  private final Map<Class<?>, EventName> byType = new HashMap<>();

  private EventNames(Collection<EventName> names) {
    for (EventName name : names) {
      if (byName.putIfAbsent(name.name(), name) != null) {
        throw new IllegalArgumentException("Two events are named " + name.name());
      }
      if (byType.putIfAbsent(name.type(), name) != null) {
        throw new IllegalArgumentException("Two names for the event " + name.type().getName());
      }
    }
  }

  public static EventNames of(Collection<EventName> names) {
    return new EventNames(names);
  }

  /** Names with the revisions that {@code @Revision} gives on the types, if any. */
  public static EventNames of(Map<String, ? extends Class<?>> types) {
    AnnotationRevisionResolver revisions = new AnnotationRevisionResolver();
    return of(
        types.entrySet().stream()
            .map(e -> new EventName(e.getKey(), revisions.revisionOf(e.getValue()), e.getValue()))
            .toList());
  }

  /** All of them, in no order. */
  public Collection<EventName> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** What comes before the first dot of a name: the kind of aggregate whose events they are. */
  public static String family(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The types of the known events of a family. */
  public Stream<Class<?>> typesOf(String family) {
    return byName.values().stream()
        .filter(name -> family(name.name()).equals(family))
        .map(EventName::type);
  }

  public Optional<EventName> ofType(Class<?> type) {
    return Optional.ofNullable(byType.get(type));
  }

  public Optional<EventName> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
