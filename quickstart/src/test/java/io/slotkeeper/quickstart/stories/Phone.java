package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Somebody's WhatsApp, simulated. */
public record Phone(String number, Http simulator) {

  /** Waits for a message that says this, and gives the last such. */
  public JsonNode awaitText(String part) {
    return awaitMessage(message -> message.path("text").asString().contains(part));
  }

  /** Waits for a message with a button. */
  public JsonNode awaitButton(String title) {
    return awaitMessage(message -> titles(message).contains(title));
  }

  /** Taps a button of a message. */
  public void tap(JsonNode message, String title) {
    simulator
        .post(
            path() + "/tap",
            Map.of("messageId", message.path("messageId").asString(), "title", title))
        .expect(200);
  }

  /** Writes something. */
  public void say(String text) {
    simulator.post(path() + "/say", Map.of("text", text)).expect(200);
  }

  /** All that is in the chat, oldest first. */
  public List<JsonNode> messages() {
    return simulator.get(path()).expect(200).body().valueStream().toList();
  }

  private JsonNode awaitMessage(Predicate<JsonNode> wanted) {
    await().untilAsserted(() -> assertThat(last(wanted)).as("%s", messages()).isPresent());
    return last(wanted).orElseThrow();
  }

  private Optional<JsonNode> last(Predicate<JsonNode> wanted) {
    return messages().reversed().stream().filter(wanted).findFirst();
  }

  private static List<String> titles(JsonNode message) {
    return message
        .path("buttons")
        .valueStream()
        .map(button -> button.path("title").asString())
        .toList();
  }

  private String path() {
    return "/simulator/chats/" + number;
  }
}
