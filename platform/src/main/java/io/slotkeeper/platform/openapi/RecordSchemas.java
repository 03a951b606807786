package io.slotkeeper.platform.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.slotkeeper.platform.validation.DocumentedConstraints;
import io.slotkeeper.platform.validation.Required;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as schemas: what {@code @Nullable} does not mark is required, null is never a
 * value, and the constraints of bodies are those that are checked.
 */
final class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      io.swagger.v3.core.converter.AnnotatedType type,
      ModelConverterContext context,
      Iterator<ModelConverter> chain) {
    if (type.getType() != null) {
      Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
      var known = KnownTypes.schemaOf(raw);
      if (known.isPresent()) {
        return known.get();
      }
      if (raw.isRecord()) {
        return record(raw, type.isResolveAsRef(), context);
      }
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  private static Schema<?> record(Class<?> type, boolean asRef, ModelConverterContext context) {
    var value =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
            .findFirst();
    if (value.isPresent()) {
      return schema(value.get().getAnnotatedType(), context);
    }
    var name = type.getSimpleName();
    var defined = context.getDefinedModels().get(name);
    if (defined == null) {
      defined = define(type, name, context);
    }
    return asRef ? new JsonSchema().$ref("#/components/schemas/" + name) : defined;
  }

  private static Schema<?> define(Class<?> type, String name, ModelConverterContext context) {
    var schema = new JsonSchema();
    schema.addType("object");
    for (var component : type.getRecordComponents()) {
      schema.addProperty(nameOf(component), schema(component.getAnnotatedType(), context));
      if (isRequired(component)) {
        schema.addRequiredItem(nameOf(component));
      }
    }
    context.defineModel(name, schema);
    return schema;
  }

  private static boolean isRequired(RecordComponent component) {
    var type = component.getAnnotatedType();
    return !type.isAnnotationPresent(Nullable.class) || type.isAnnotationPresent(Required.class);
  }

  private static String nameOf(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(component.getName());
  }

  private static Schema<?> schema(AnnotatedType type, ModelConverterContext context) {
    var schema = unconstrained(type, context);
    for (var annotation : type.getAnnotations()) {
      DocumentedConstraints.describe(annotation, schema);
    }
    return schema;
  }

  private static Schema<?> unconstrained(AnnotatedType type, ModelConverterContext context) {
    Class<?> raw = raw(type.getType());
    if (Collection.class.isAssignableFrom(raw)) {
      var list = new JsonSchema();
      list.addType("array");
      list.setItems(schema(argument(type, 0), context));
      return list;
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(type, context);
    }
    // Not by way of the context, which would hand out the same object again.
    var known = KnownTypes.schemaOf(raw);
    if (known.isPresent()) {
      return known.get();
    }
    var resolved =
        context.resolve(new io.swagger.v3.core.converter.AnnotatedType(raw).resolveAsRef(true));
    if (resolved == null) {
      throw new IllegalStateException("There is no schema of " + raw.getName());
    }
    return resolved;
  }

  private static Schema<?> map(AnnotatedType type, ModelConverterContext context) {
    var map = new JsonSchema();
    map.addType("object");
    var keys = raw(argument(type, 0).getType());
    if (keys != String.class) {
      map.setPropertyNames(schema(argument(type, 0), context));
    }
    var values = argument(type, 1);
    map.setAdditionalProperties(
        raw(values.getType()) == Object.class ? true : schema(values, context));
    return map;
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
