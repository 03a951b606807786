package io.slotkeeper.command.notification.text;

import java.util.List;

/**
 * A notification in words, as an approved template and as a free text that says the same.
 *
 * @param templateName of the template that Meta has approved
 * @param language of the template, {@code en} or {@code es}
 * @param parameters what fills its variables
 * @param text the template with its variables filled in
 * @param buttonTitles of its buttons; none for most
 */
public record Rendered(
    String templateName,
    String language,
    List<String> parameters,
    String text,
    List<String> buttonTitles) {
  /** Copies its lists. */
  public Rendered {
    parameters = List.copyOf(parameters);
    buttonTitles = List.copyOf(buttonTitles);
  }

  /** Personal but for the name of the template. */
  @Override
  public String toString() {
    return "Rendered[%s.%s]".formatted(templateName, language);
  }
}
