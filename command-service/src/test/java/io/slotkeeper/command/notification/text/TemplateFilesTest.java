package io.slotkeeper.command.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that an operator uploads say what we send. To write them anew after a change, run this
 * test with {@code -Dslotkeeper.templates.write=true}.
 */
class TemplateFilesTest {
  private static final Path FILES = Path.of("../ops/whatsapp/templates");
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  record Upload(Template template, Language language) {
    Path file() {
      return FILES.resolve("%s.%s.json".formatted(template.templateName(), language.tag()));
    }

    String body() {
      return template.definition(language);
    }
  }

  static Stream<Upload> uploads() {
    return Arrays.stream(Template.values())
        .flatMap(
            template ->
                Arrays.stream(Language.values()).map(language -> new Upload(template, language)));
  }

  @ParameterizedTest
  @MethodSource("uploads")
  void haveTheTextsThatWeSend(Upload upload) throws IOException {
    var expected = JSON.writeValueAsString(definition(upload)) + "\n";
    if (Boolean.getBoolean("slotkeeper.templates.write")) {
      Files.writeString(upload.file(), expected);
    }

    assertThat(upload.file()).hasContent(expected);
  }

  @ParameterizedTest
  @MethodSource("uploads")
  void haveNoVariableAtEitherEnd(Upload upload) {
    assertThat(upload.body())
        .doesNotStartWith("{{")
        .doesNotContainPattern("}}\\W?$")
        .hasSizeLessThanOrEqualTo(550);
    for (int number = 1; number <= upload.template().variables().size(); number++) {
      assertThat(upload.body()).containsOnlyOnce("{{" + number + "}}");
    }
  }

  @Test
  void areAllOfThem() throws IOException {
    try (var files = Files.list(FILES)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(uploads().map(Upload::file).toList());
    }
  }

  private static Map<String, Object> definition(Upload upload) {
    var components = new ArrayList<Map<String, Object>>();
    components.add(
        ordered(
            "type", "BODY",
            "text", upload.body(),
            "example", Map.of("body_text", List.of(example(upload)))));
    var buttons =
        upload.template().buttonTitles(upload.language()).stream()
            .map(title -> ordered("type", "QUICK_REPLY", "text", title))
            .toList();
    if (!buttons.isEmpty()) {
      components.add(ordered("type", "BUTTONS", "buttons", buttons));
    }
    var definition =
        ordered(
            "name", upload.template().templateName(),
            "language", upload.language().tag(),
            "category", "UTILITY");
    if (growsStale(upload.template())) {
      definition.put("message_send_ttl_seconds", 3600);
    }
    definition.put("components", components);
    return definition;
  }

  private static boolean growsStale(Template template) {
    return template == Template.APPROVAL_REQUEST
        || template == Template.REQUEST_RECEIVED
        || template == Template.REMINDER;
  }

  private static List<String> example(Upload upload) {
    boolean english = upload.language() == Language.ENGLISH;
    return upload.template().variables().stream()
        .map(
            variable ->
                switch (variable) {
                  case BUSINESS -> "Salon Luna";
                  case CUSTOMER -> "Ana";
                  case RESOURCE -> english ? "Chair 1" : "Silla 1";
                  case WHEN -> upload.language().when(Queued.START.atZone(MADRID));
                  case UNTIL -> upload.language().when(Queued.UNTIL.atZone(MADRID));
                  case REASON -> english ? "illness" : "enfermedad";
                })
        .toList();
  }

  private static Map<String, Object> ordered(Object... entries) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
