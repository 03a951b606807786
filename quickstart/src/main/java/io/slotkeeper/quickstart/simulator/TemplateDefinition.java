package io.slotkeeper.quickstart.simulator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An approved template.
 *
 * @param body its text, with {{1}}, {{2}} and so on where parameters go
 * @param buttons the labels of its quick replies
 */
public record TemplateDefinition(String body, List<String> buttons) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d{1,3})}}");

  public TemplateDefinition {
    buttons = List.copyOf(buttons);
  }

  /** How many parameters a message must bring. */
  public int parameters() {
    return PLACEHOLDER
        .matcher(body)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .max()
        .orElse(0);
  }

  String render(List<String> values) {
    return PLACEHOLDER
        .matcher(body)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)) - 1)));
  }
}
