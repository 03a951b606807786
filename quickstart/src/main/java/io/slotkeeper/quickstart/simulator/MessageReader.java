package io.slotkeeper.quickstart.simulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a message of the business and refuses what breaks Meta's limits. */
final class MessageReader {

  private static final int LONGEST_TEXT = 4096;

  private final TemplateReader templates;

  MessageReader(TemplateTexts texts) {
    this.templates = new TemplateReader(texts);
  }

  Outgoing read(JsonNode json) {
    if (!text(json, "messaging_product").equals("whatsapp")) {
      throw GraphError.invalid("messaging_product must be whatsapp");
    }
    String input = text(json, "to");
    Phone to =
        Phone.parse(input)
            .orElseThrow(
                () -> GraphError.invalid("to must start with a plus and the country code"));
    Content content = content(json);
    Optional<String> callbackData =
        Optional.of(json.path("biz_opaque_callback_data"))
            .filter(JsonNode::isString)
            .map(JsonNode::asString);
    return new Outgoing(to, input, content.kind(), content.text(), content.buttons(), callbackData);
  }

  private Content content(JsonNode json) {
    return switch (json.path("type").asString("text")) {
      case "text" ->
          new Content(Kind.TEXT, limited(json.path("text"), "body", LONGEST_TEXT), List.of());
      case "interactive" -> ButtonsReader.read(json.path("interactive"));
      case "template" -> templates.read(json.path("template"));
      default -> throw GraphError.invalid("type must be text, interactive or template");
    };
  }

  static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isString() || value.asString().isEmpty()) {
      throw GraphError.invalid("The parameter %s is required".formatted(name));
    }
    return value.asString();
  }

  static String limited(JsonNode json, String name, int longest) {
    String text = text(json, name);
    if (text.codePointCount(0, text.length()) > longest) {
      throw GraphError.outOfLimits(
          "%s must be at most %d characters long".formatted(name, longest));
    }
    return text;
  }
}
