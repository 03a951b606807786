package io.slotkeeper.command.notification.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message in Meta's form. */
final class MessageJson {
  private MessageJson() {}

  static Map<String, Object> of(OutgoingMessage message) {
    var json = new LinkedHashMap<String, Object>();
    json.put("messaging_product", "whatsapp");
    json.put("recipient_type", "individual");
    // With its plus sign: Meta takes a number without one for a number of the sender's country.
    json.put("to", message.to().value());
    switch (message.body()) {
      case Body.Text text -> put(json, "text", Map.of("body", text.text(), "preview_url", false));
      case Body.Buttons buttons -> put(json, "interactive", interactive(buttons));
      case Body.Template template -> put(json, "template", template(template));
    }
    if (message.inReplyTo() != null) {
      json.put("context", Map.of("message_id", message.inReplyTo()));
    }
    if (message.callbackData() != null) {
      json.put("biz_opaque_callback_data", message.callbackData());
    }
    return json;
  }

  private static void put(Map<String, Object> json, String type, Object body) {
    json.put("type", type);
    json.put(type, body);
  }

  private static Map<String, Object> interactive(Body.Buttons body) {
    var buttons =
        body.buttons().stream()
            .map(
                each ->
                    Map.of(
                        "type", "reply", "reply", Map.of("id", each.id(), "title", each.title())))
            .toList();
    return Map.of(
        "type",
        "button",
        "body",
        Map.of("text", body.text()),
        "action",
        Map.of("buttons", buttons));
  }

  private static Map<String, Object> template(Body.Template body) {
    var components = new ArrayList<Map<String, Object>>();
    if (!body.parameters().isEmpty()) {
      components.add(Map.of("type", "body", "parameters", texts(body.parameters())));
    }
    for (int index = 0; index < body.buttonPayloads().size(); index++) {
      components.add(
          Map.of(
              "type",
              "button",
              "sub_type",
              "quick_reply",
              "index",
              String.valueOf(index),
              "parameters",
              List.of(Map.of("type", "payload", "payload", body.buttonPayloads().get(index)))));
    }
    return Map.of(
        "name", body.name(),
        "language", Map.of("code", body.language()),
        "components", components);
  }

  private static List<Map<String, String>> texts(List<String> parameters) {
    return parameters.stream().map(each -> Map.of("type", "text", "text", each)).toList();
  }
}
