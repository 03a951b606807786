package io.slotkeeper.quickstart.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a message with reply buttons, the only interactive one that is simulated. */
final class ButtonsReader {

  private static final int MOST = 3;
  private static final int LONGEST_BODY = 1024;
  private static final int LONGEST_MARGIN = 60;
  private static final int LONGEST_TITLE = 20;
  private static final int LONGEST_ID = 256;

  private ButtonsReader() {}

  static Content read(JsonNode json) {
    if (!MessageReader.text(json, "type").equals("button")) {
      throw GraphError.invalid("Only buttons are simulated of the interactive messages");
    }
    for (String margin : List.of("header", "footer")) {
      if (json.path(margin).has("text")) {
        MessageReader.limited(json.path(margin), "text", LONGEST_MARGIN);
      }
    }
    String body = MessageReader.limited(json.path("body"), "text", LONGEST_BODY);
    List<Button> buttons =
        json.path("action").path("buttons").valueStream().map(ButtonsReader::button).toList();
    if (buttons.isEmpty() || buttons.size() > MOST) {
      throw GraphError.outOfLimits("There must be 1 to 3 buttons");
    }
    requireUnique(buttons.stream().map(Button::title).toList(), "titles");
    requireUnique(buttons.stream().map(Button::payload).toList(), "ids");
    return new Content(Kind.BUTTONS, body, buttons);
  }

  private static Button button(JsonNode json) {
    if (!MessageReader.text(json, "type").equals("reply")) {
      throw GraphError.invalid("A button's type must be reply");
    }
    JsonNode reply = json.path("reply");
    String title = MessageReader.limited(reply, "title", LONGEST_TITLE);
    String id = MessageReader.limited(reply, "id", LONGEST_ID);
    if (title.isBlank() || !id.equals(id.strip())) {
      throw GraphError.outOfLimits("A title must not be blank, an id not begin or end with space");
    }
    return new Button(title, id);
  }

  private static void requireUnique(List<String> texts, String what) {
    if (texts.stream().distinct().count() < texts.size()) {
      throw GraphError.outOfLimits("The %s of buttons must be unique".formatted(what));
    }
  }
}
