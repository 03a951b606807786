package io.slotkeeper.platform.eventstore.serialization;

import java.util.Objects;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** JSON under our own event names; what belongs to the framework keeps its Java names. */
public final class NamedJsonSerializer extends Jackson3Serializer {

  private final EventNames names;

  public NamedJsonSerializer(EventNames names) {
    super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(NamedJsonSerializer::customize));
    this.names = names;
  }

  private static void customize(JsonMapper.Builder mapper) {
    // Tokens name the classes of the tokens that they wrap. Without a validator Jackson 3 refuses
    // to read them back, which breaks the first start on a store with events and every reset.
    mapper.polymorphicTypeValidator(
        BasicPolymorphicTypeValidator.builder()
            .allowIfSubType("org.axonframework.")
            .allowIfSubType("io.slotkeeper.")
            .build());
    // An event may have lost a property since it was stored.
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return names
        .ofType(type)
        .<SerializedType>map(name -> new SimpleSerializedType(name.name(), name.revision()))
        .orElseGet(() -> super.typeForClass(type));
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    return names
        .named(type.getName())
        .map(name -> name.type().getName())
        .orElseGet(() -> super.resolveClassName(type));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> found = super.classForType(type);
    boolean otherRevision =
        names
            .named(type.getName())
            .filter(name -> !Objects.equals(name.revision(), type.getRevision()))
            .isPresent();
    if (otherRevision || found == UnknownSerializedType.class) {
      throw new UnknownEventType(type.getName(), type.getRevision());
    }
    return found;
  }
}
