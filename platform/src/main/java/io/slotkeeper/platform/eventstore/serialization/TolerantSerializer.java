package io.slotkeeper.platform.eventstore.serialization;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads as {@link UnknownEvent} what nobody knows. All processors of a service read the events
 * together, so what only some of them may not pass over must not fail while it is read.
 */
public final class TolerantSerializer implements Serializer {

  private static final Logger log = LoggerFactory.getLogger(TolerantSerializer.class);

  private final Serializer serializer;
  private final EventNames names;
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  public TolerantSerializer(Serializer serializer, EventNames names) {
    this.serializer = serializer;
    this.names = names;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    try {
      return serializer.classForType(type);
    } catch (UnknownEventType e) {
      if (names.typesOf(EventNames.family(type.getName())).findAny().isEmpty()
          && foreign.add(type.getName())) {
        log.warn("Nobody here follows events like {}: they are passed over", type.getName());
      }
      return UnknownEvent.class;
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <S, T> T deserialize(SerializedObject<S> stored) {
    var type = stored.getType();
    return classForType(type) == UnknownEvent.class
        ? (T) new UnknownEvent(type.getName(), type.getRevision())
        : serializer.deserialize(stored);
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    return serializer.serialize(object, representation);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return serializer.canSerializeTo(representation);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(@Nullable Class type) {
    return serializer.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return serializer.getConverter();
  }
}
