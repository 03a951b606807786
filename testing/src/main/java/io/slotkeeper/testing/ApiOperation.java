package io.slotkeeper.testing;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One operation of an {@link ApiContract}.
 *
 * @param method in lower case
 * @param path with variables in braces
 */
public record ApiOperation(ApiContract contract, String method, String path, JsonNode node) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  boolean is(String otherMethod, String otherPath) {
    var pattern = VARIABLE.matcher(path.replace(".", "\\.")).replaceAll("[^/]+");
    return method.equals(otherMethod.toLowerCase(Locale.ROOT)) && otherPath.matches(pattern);
  }

  /** The names of its path's variables. */
  public List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** Its parameters, without references. */
  public Stream<JsonNode> parameters() {
    return node.path("parameters").valueStream().map(contract::resolved);
  }

  /** The schema of the JSON body; missing where there is none. */
  public JsonNode bodySchema() {
    return node.path("requestBody").path("content").path("application/json").path("schema");
  }

  /** What of a request that was accepted should not have been. */
  public List<String> requestFlaws(HttpHeaders headers, String body) {
    var flaws = new ArrayList<String>();
    parameters()
        .filter(parameter -> parameter.path("in").asString("").equals("header"))
        .forEach(
            parameter ->
                headers
                    .allValues(parameter.path("name").asString(""))
                    .forEach(value -> flaws.addAll(textFlaws(parameter, value))));
    if (body.isEmpty()) {
      if (node.path("requestBody").path("required").asBoolean(false)) {
        flaws.add("a body is required");
      }
    } else if (!bodySchema().isMissingNode()) {
      flaws.addAll(jsonFlaws(bodySchema(), body));
    }
    return flaws;
  }

  /** What of an answer is not as documented. */
  public List<String> answerFlaws(int status, HttpHeaders headers, String body) {
    var answer = node.path("responses").path(String.valueOf(status));
    if (answer.isMissingNode()) {
      return List.of("status %d is not documented".formatted(status));
    }
    var flaws = new ArrayList<String>();
    for (var header : answer.path("headers").properties()) {
      var definition = contract.resolved(header.getValue());
      var values = headers.allValues(header.getKey());
      if (values.isEmpty() && definition.path("required").asBoolean(false)) {
        flaws.add("the header %s is missing".formatted(header.getKey()));
      }
      values.forEach(value -> flaws.addAll(textFlaws(definition, value)));
    }
    flaws.addAll(contentFlaws(answer.path("content"), headers, body));
    return flaws;
  }

  private List<String> contentFlaws(JsonNode content, HttpHeaders headers, String body) {
    var type = headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    if (content.isEmpty()) {
      return body.isEmpty() ? List.of() : List.of("a body is not documented");
    }
    var schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      return List.of("the content type '%s' is not documented".formatted(type));
    }
    return type.endsWith("json") && !body.isEmpty() ? jsonFlaws(schema, body) : List.of();
  }

  private List<String> textFlaws(JsonNode definition, String value) {
    return definition.path("schema").path("type").asString("").equals("string")
        ? contract.flaws(definition.path("schema"), StringNode.valueOf(value))
        : List.of();
  }

  private List<String> jsonFlaws(JsonNode schema, String body) {
    try {
      return contract.flaws(schema, ApiContract.JSON.readTree(body));
    } catch (JacksonException e) {
      return List.of("the body is no JSON");
    }
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
