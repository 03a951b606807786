package io.slotkeeper.command.http;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body that is right but for one value.
 *
 * @param call method and path
 * @param body as it is sent
 * @param pointer to the value that is wrong
 * @param code what is wrong with it
 */
record BadInput(String call, String body, String pointer, String code) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NUL = "\"a\\u0000b\"";

  @Override
  public String toString() {
    var shown = body.length() > 200 ? body.substring(0, 200) + "…" : body;
    return "%s %s -> %s %s".formatted(call, shown, pointer, code);
  }

  /** A request that is right, to be spoilt. */
  record Good(String call, String body) {
    Stream<BadInput> required(String... pointers) {
      return Stream.of(pointers)
          .map(pointer -> new BadInput(call, without(pointer), pointer, "required"));
    }

    /** Everything that no text may be. */
    Stream<BadInput> text(String pointer, int max) {
      return Stream.of(
              noString(pointer),
              with(pointer, "blank", "\"\"", "\"   \"", "\"\\u3000\"", "\"\\u200b\""),
              with(pointer, "too-long", "\"" + "é".repeat(max + 1) + "\""),
              with(
                  pointer,
                  "control-characters",
                  NUL,
                  "\"\\u0007\"",
                  "\"a\\u001f\"",
                  "\"a\\u007f\""),
              with(pointer, "control-characters", "\"a\\ud800\"", "\"\\udc00a\"", "\"a\\u202eb\""))
          .flatMap(each -> each);
    }

    /** Everything that no string of a certain form may be. */
    Stream<BadInput> form(String pointer, String code, String... others) {
      return Stream.of(
              noString(pointer),
              with(pointer, code, "\"\"", "\"  \"", "\"nonsense\"", NUL),
              with(pointer, code, "\"" + "x".repeat(5000) + "\""),
              with(
                  pointer, code, Stream.of(others).map("\"%s\""::formatted).toArray(String[]::new)))
          .flatMap(each -> each);
    }

    Stream<BadInput> noString(String pointer) {
      return Stream.concat(
          with(pointer, "null", "null"),
          with(pointer, "wrong-type", "1", "1.5", "true", "[]", "[\"a\"]", "{}"));
    }

    Stream<BadInput> unknownIn(String... objects) {
      return Stream.of(objects)
          .map(
              object ->
                  new BadInput(
                      call, with(object + "/other", "1"), object + "/other", "unknown-field"));
    }

    Stream<BadInput> with(String pointer, String code, String... values) {
      return List.of(values).stream()
          .map(value -> new BadInput(call, with(pointer, value), pointer, code));
    }

    private String with(String pointer, String value) {
      var root = JSON.readTree(body);
      var at = JsonPointer.compile(pointer);
      var last = at.last().getMatchingProperty();
      // Text stands in for the value, since a broken surrogate does not survive being parsed.
      switch (parent(root, at)) {
        case ObjectNode object -> object.put(last, "@value@");
        case ArrayNode array -> array.set(Integer.parseInt(last), "@value@");
        default -> throw new IllegalArgumentException(pointer);
      }
      return root.toString().replace("\"@value@\"", value);
    }

    private String without(String pointer) {
      var root = JSON.readTree(body);
      var at = JsonPointer.compile(pointer);
      ((ObjectNode) parent(root, at)).remove(at.last().getMatchingProperty());
      return root.toString();
    }

    private static JsonNode parent(JsonNode root, JsonPointer at) {
      return root.at(at.head());
    }
  }
}
