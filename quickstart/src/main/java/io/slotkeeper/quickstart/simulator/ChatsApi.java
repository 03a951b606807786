package io.slotkeeper.quickstart.simulator;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the phones show, and what their users do. */
record ChatsApi(Chats chats) implements Endpoint {

  private static final int LONGEST_TEXT = 4096;

  @Override
  public void answer(Call call) throws IOException {
    List<String> path = call.path();
    Object answer =
        switch (call.method() + " " + path.size()) {
          case "GET 2" -> chats.phones();
          case "GET 3" -> chats.of(phone(path));
          case "POST 4" -> act(path, call.requireJson());
          default -> throw new Refusal(404, "There is nothing here");
        };
    call.answer(200, answer);
  }

  private ChatMessage act(List<String> path, JsonNode json) {
    return switch (path.get(3)) {
      case "tap" -> chats.tap(phone(path), text(json, "messageId"), text(json, "title"));
      case "say" -> chats.say(phone(path), text(json, "text"));
      default -> throw new Refusal(404, "There is nothing here");
    };
  }

  private static Phone phone(List<String> path) {
    String number = path.get(2);
    return Phone.parse(number.startsWith("+") ? number : "+" + number)
        .orElseThrow(() -> new Refusal(400, "A phone is a plus, a country code and digits"));
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).isString() ? json.path(name).asString() : "";
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new Refusal(400, "%s is a text of 1 to %d characters".formatted(name, LONGEST_TEXT));
    }
    return text;
  }
}
