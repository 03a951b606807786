package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong on purpose.
 *
 * @param error the code that is answered, in place of accepting the message; it goes before a lost
 *     answer
 * @param every which requests the error or the loss hits: 1 for each, 3 for each third
 * @param delayMs how long each answer takes, in milliseconds
 * @param loseAnswer whether a message is accepted but never answered
 * @param spoilAnswer whether a message is accepted and the answer is cut off in the middle
 * @param duplicateWebhooks whether each webhook comes twice
 * @param shuffleWebhooks whether webhooks of the same moment come in the opposite order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Faults(
    @Nullable Integer error,
    int every,
    int delayMs,
    boolean loseAnswer,
    boolean spoilAnswer,
    boolean duplicateWebhooks,
    boolean shuffleWebhooks) {

  static final Faults NONE = new Faults(null, 1, 0, false, false, false, false);

  private static final int MOST = 1_000_000;
  private static final int LONGEST_MS = 60_000;
  private static final Set<String> NAMES =
      Set.of(
          "error",
          "every",
          "delayMs",
          "loseAnswer",
          "spoilAnswer",
          "duplicateWebhooks",
          "shuffleWebhooks");

  static Faults read(JsonNode json) {
    if (!json.isObject() || !NAMES.containsAll(json.propertyNames())) {
      throw new Refusal(400, "Faults are an object with only " + NAMES.stream().sorted().toList());
    }
    return new Faults(
        json.hasNonNull("error") ? Integer.valueOf(number(json, "error", 0, 0, MOST * 10)) : null,
        number(json, "every", 1, 1, MOST),
        number(json, "delayMs", 0, 0, LONGEST_MS),
        flag(json, "loseAnswer"),
        flag(json, "spoilAnswer"),
        flag(json, "duplicateWebhooks"),
        flag(json, "shuffleWebhooks"));
  }

  private static int number(JsonNode json, String name, int unset, int least, int most) {
    if (!json.hasNonNull(name)) {
      return unset;
    }
    JsonNode value = json.path(name);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw new Refusal(400, "%s is a number from %d to %d".formatted(name, least, most));
    }
    return value.intValue();
  }

  private static boolean flag(JsonNode json, String name) {
    if (json.hasNonNull(name) && !json.path(name).isBoolean()) {
      throw new Refusal(400, name + " is true or false");
    }
    return json.path(name).asBoolean(false);
  }
}
