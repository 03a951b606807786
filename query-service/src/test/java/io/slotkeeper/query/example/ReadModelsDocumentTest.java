package io.slotkeeper.query.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares what the document shows with the files that it names. */
class ReadModelsDocumentTest {
  private static final Path DOCS = Path.of("..", "docs");

  /** A link to a file, or a block of code. */
  private static final Pattern LINK_OR_CODE =
      Pattern.compile("\\]\\(([^)#]+)\\)|```(?:java|sql)\\n(.*?)```", Pattern.DOTALL);

  private record Shown(Path file, String code) {}

  @Test
  void showsOnlyWhatTheFileNamedBeforeItSays() throws IOException {
    var shown = shown();

    assertThat(shown).hasSizeGreaterThan(6);
    for (var block : shown) {
      assertThat(withoutIndent(Files.readString(block.file())))
          .as("%s", block.file())
          .contains(withoutIndent(block.code()));
    }
  }

  @Test
  void namesFilesThatAreThere() throws IOException {
    var links = LINK_OR_CODE.matcher(document());
    while (links.find()) {
      if (links.group(1) != null) {
        assertThat(DOCS.resolve(links.group(1))).exists();
      }
    }
  }

  private static List<Shown> shown() throws IOException {
    var shown = new ArrayList<Shown>();
    var found = LINK_OR_CODE.matcher(document());
    var file = DOCS;
    while (found.find()) {
      if (found.group(1) != null) {
        file = DOCS.resolve(found.group(1));
      } else {
        shown.add(new Shown(file, found.group(2)));
      }
    }
    return shown;
  }

  private static String document() throws IOException {
    return Files.readString(DOCS.resolve("read-models.md"));
  }

  private static String withoutIndent(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
