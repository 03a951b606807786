package io.slotkeeper.quickstart.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a message that is made of an approved template. */
record TemplateReader(TemplateTexts texts) {

  private static final int LONGEST_BODY = 1024;

  /** Meta does not tell; no more than this is known to work. */
  private static final int LONGEST_PAYLOAD = 128;

  Content read(JsonNode json) {
    String name = MessageReader.text(json, "name");
    String language = MessageReader.text(json.path("language"), "code");
    TemplateDefinition definition =
        texts
            .find(name, language)
            .orElseThrow(
                () ->
                    new GraphRefusal(
                        GraphError.of(
                            132001, "%s is not approved in %s".formatted(name, language))));
    List<String> values =
        components(json, "body")
            .flatMap(body -> body.path("parameters").valueStream())
            .map(parameter -> MessageReader.text(parameter, "text"))
            .toList();
    if (values.size() != definition.parameters()) {
      throw new GraphRefusal(
          GraphError.of(
              132000,
              "body has %d parameters, expected %d"
                  .formatted(values.size(), definition.parameters())));
    }
    String text = definition.render(values);
    if (text.length() > LONGEST_BODY) {
      throw GraphError.outOfLimits("The text must be at most 1024 characters long");
    }
    return new Content(Kind.TEMPLATE, text, buttons(json, definition));
  }

  /** Without a payload, a tap brings the label. */
  private static List<Button> buttons(JsonNode json, TemplateDefinition definition) {
    List<Button> buttons =
        new ArrayList<>(
            definition.buttons().stream().map(label -> new Button(label, label)).toList());
    components(json, "button")
        .forEach(
            component -> {
              int index = component.path("index").asInt(-1);
              if (index < 0 || index >= buttons.size()) {
                throw GraphError.outOfLimits("The template has no button of this index");
              }
              JsonNode parameter = component.path("parameters").path(0);
              String payload = MessageReader.limited(parameter, "payload", LONGEST_PAYLOAD);
              buttons.set(index, new Button(buttons.get(index).title(), payload));
            });
    return List.copyOf(buttons);
  }

  private static Stream<JsonNode> components(JsonNode json, String type) {
    return json.path("components")
        .valueStream()
        .filter(component -> component.path("type").asString("").equalsIgnoreCase(type));
  }
}
