package io.slotkeeper.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of what is sent that nothing may be in it beside what is known, which answers may grow by.
 */
final class ClosedBodies {
  private static final String PREFIX = "#/components/schemas/";

  @SuppressWarnings("rawtypes") // As swagger-core has them.
  private final Map<String, Schema> schemas;

  private final Set<String> closed = new HashSet<>();

  @SuppressWarnings("rawtypes")
  ClosedBodies(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  void close(@Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    var reference = schema.get$ref();
    if (reference != null) {
      var name = reference.substring(PREFIX.length());
      if (closed.add(name)) {
        close(schemas.get(name));
      }
      return;
    }
    close(schema.getItems());
    if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
      schema.setAdditionalProperties(false);
      schema.getProperties().values().forEach(this::close);
    }
  }
}
