package io.slotkeeper.platform.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes objects of OpenAPI of what is written as YAML. */
final class Trees {
  private static final String SCHEMA = "schema";

  private Trees() {}

  /** A parameter or header, whose schema needs a class of its own, or a schema. */
  static <T> T read(Map<String, Object> tree, Class<T> type) {
    if (type == Schema.class) {
      return type.cast(Json31.mapper().convertValue(tree, JsonSchema.class));
    }
    var rest = new LinkedHashMap<>(tree);
    var schema = rest.remove(SCHEMA);
    var read = Json31.mapper().convertValue(rest, type);
    if (schema != null) {
      var converted = Json31.mapper().convertValue(schema, JsonSchema.class);
      switch (read) {
        case io.swagger.v3.oas.models.parameters.Parameter parameter ->
            parameter.setSchema(converted);
        case io.swagger.v3.oas.models.headers.Header header -> header.setSchema(converted);
        default -> throw new IllegalStateException("only these have a schema");
      }
    }
    return read;
  }
}
