package io.slotkeeper.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI 3.1 document that requests and answers are held against. */
public final class ApiContract {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
  private final JsonNode document;
  private final List<ApiOperation> operations;

  private ApiContract(JsonNode document) {
    this.document = document;
    var all = new ArrayList<ApiOperation>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        all.add(new ApiOperation(this, method.getKey(), path.getKey(), method.getValue()));
      }
    }
    // What has fewer variables names the path better.
    all.sort(Comparator.comparing(operation -> operation.variables().size()));
    operations = List.copyOf(all);
  }

  /** Reads a document that is checked in. */
  public static ApiContract read(Path file) {
    return new ApiContract(JSON.readTree(file.toFile()));
  }

  /** All operations. */
  public List<ApiOperation> operations() {
    return operations;
  }

  /** The operation that a request calls; {@code HEAD} is {@code GET}. */
  public Optional<ApiOperation> find(String method, String path) {
    var asked = method.equals("HEAD") ? "GET" : method;
    return operations.stream().filter(operation -> operation.is(asked, path)).findFirst();
  }

  /** What is wrong with a value, by a schema of the document. */
  public List<String> flaws(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  /** What keeps an answer from being a problem document. */
  public List<String> problemFlaws(HttpHeaders headers, String body) {
    var type = headers.firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return List.of("'%s' is no problem document".formatted(type));
    }
    try {
      return flaws(document.at("/components/schemas/Problem"), JSON.readTree(body));
    } catch (JacksonException e) {
      return List.of("the problem is no JSON");
    }
  }

  private Schema compile(JsonNode schema) {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("allOf").add(schema);
    root.set("components", document.path("components"));
    return registry.getSchema(root);
  }

  /** What a reference leads to, or else the node itself. */
  public JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
  }
}
