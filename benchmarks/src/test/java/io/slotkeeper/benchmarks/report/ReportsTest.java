package io.slotkeeper.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir Path root;

  @Test
  void readsBackWhatItKept() {
    var reports = new Reports(root.resolve("results"));
    reports.keep(Examples.report("one"));
    reports.keep(Examples.report("two"));

    assertThat(reports.of(List.of("two", "absent", "one")))
        .containsExactly(Examples.report("two"), Examples.report("one"));
  }

  @Test
  void showsInTheDocumentWhatWasMeasured() throws Exception {
    Files.createDirectories(root.resolve("docs"));
    var document = root.resolve("docs/performance.md");
    Files.writeString(
        document,
        """
        # Performance

        <!-- results -->
        what was there before
        <!-- end of results -->

        ## Findings
        """);
    var shown = new PerformanceDocument(root);

    shown.show(List.of(Examples.report("one")), List.of("two", "one"));

    assertThat(document)
        .content()
        .startsWith("# Performance\n\n<!-- results -->\n\n`one`: measured on 2 × a processor")
        .contains("| bookings | 850/s [800–900] |")
        .contains("| 2026-11-28, `0123456789ab` |")
        .contains("Every round of [one](performance/one.json).")
        .contains("![Bookings & more](performance/one-rounds.svg)")
        .doesNotContain("what was there before")
        .endsWith("<!-- end of results -->\n\n## Findings\n");
    assertThat(root.resolve("docs/performance/one-rounds.svg")).exists();

    shown.show(List.of(Examples.report("two")), List.of("two", "one"));

    assertThat(document)
        .content()
        .contains("\n\n`two`, `one`: measured on 2 × a processor")
        .contains("[two](performance/two.json), [one](performance/one.json).");
  }

  @Test
  void saysWhatWasMeasuredOnWhichMachine() {
    var one = Examples.report("one");
    var other = new Machine("another", 4, 48_000, "Linux 7", "a JVM", 0.1);
    var two = new Report(one.at(), one.commit(), other, one.settings(), one.result());

    assertThat(PerformanceDocument.text(List.of(Examples.report("two"), two, one)))
        .startsWith("`two`, `one`: measured on 2 × a processor, 24,000 MB")
        .contains("\n\n`one`: measured on 4 × another, 48,000 MB");
  }

  @Test
  void showsTheSameTwiceAlike() {
    var once = MarkedText.replace("<!-- results --><!-- end of results -->", "text");

    assertThat(MarkedText.replace(once, "text")).isEqualTo(once);
  }

  @Test
  void refusesADocumentWithoutItsMarks() {
    assertThatIllegalArgumentException().isThrownBy(() -> MarkedText.replace("nothing", "text"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MarkedText.replace("<!-- end of results --><!-- results -->", "text"));
  }
}
