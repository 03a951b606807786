package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.simulator.TemplateDefinition;
import io.slotkeeper.quickstart.simulator.TemplateTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates of {@code ops/whatsapp}, as if Meta had approved them all. */
public final class ApprovedTemplates implements TemplateTexts {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,100}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z_]{2,10}");

  @Override
  public Optional<TemplateDefinition> find(String name, String language) {
    if (!NAME.matcher(name).matches() || !LANGUAGE.matcher(language).matches()) {
      return Optional.empty();
    }
    try (InputStream file =
        ApprovedTemplates.class.getResourceAsStream(
            "templates/%s.%s.json".formatted(name, language))) {
      return file == null ? Optional.empty() : Optional.of(definition(JSON.readTree(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateDefinition definition(JsonNode template) {
    String body = "";
    List<String> buttons = List.of();
    for (JsonNode component : template.path("components")) {
      switch (component.path("type").asString()) {
        case "BODY" -> body = component.path("text").asString();
        case "BUTTONS" ->
            buttons =
                component
                    .path("buttons")
                    .valueStream()
                    .map(button -> button.path("text").asString())
                    .toList();
        default -> {}
      }
    }
    return new TemplateDefinition(body, buttons);
  }
}
