package io.slotkeeper.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The document that shows the results, and the directory beside it that keeps each round. */
public final class PerformanceDocument {

  private final Path document;
  private final Reports shown;

  /** Of a repository. */
  public PerformanceDocument(Path root) {
    this.document = root.resolve("docs/performance.md");
    this.shown = new Reports(root.resolve("docs/performance"));
  }

  /**
   * Shows these reports in place of earlier ones of the same benchmarks. What it shows of others
   * stays: all of them take hours, and each says when and of which commit it is.
   *
   * @param order the names of all benchmarks, in the order in which they are shown
   */
  public void show(List<Report> reports, List<String> order) {
    reports.forEach(shown::keep);
    try {
      var text = text(shown.of(order));
      Files.writeString(document, MarkedText.replace(Files.readString(document), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they were measured, the table, the files of all rounds and the pictures. */
  static String text(List<Report> reports) {
    return "%s\n\n%s\nEvery round of %s.\n\n%s"
        .formatted(
            machines(reports),
            MarkdownTable.of(reports),
            reports.stream()
                .map(report -> report.result().benchmark())
                .map("[%1$s](performance/%1$s.json)"::formatted)
                .collect(Collectors.joining(", ")),
            reports.stream()
                .flatMap(report -> report.result().plots().stream())
                .map(plot -> "![%s](performance/%s.svg)".formatted(plot.title(), plot.file()))
                .collect(Collectors.joining("\n")));
  }

  /** What was measured on each of them. */
  private static String machines(List<Report> reports) {
    Map<String, List<String>> measured = new LinkedHashMap<>();
    for (var report : reports) {
      measured
          .computeIfAbsent(where(report), where -> new ArrayList<>())
          .add(report.result().benchmark());
    }
    return measured.entrySet().stream()
        .map(each -> "%s: measured on %s.".formatted(names(each.getValue()), each.getKey()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String names(List<String> benchmarks) {
    return benchmarks.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }

  private static String where(Report report) {
    var machine = report.machine();
    return "%d × %s, %,d MB, %s, %s, PostgreSQL %s; %s"
        .formatted(
            machine.cores(),
            machine.processor(),
            machine.memoryMegabytes(),
            machine.system(),
            machine.jvm(),
            report.settings().getOrDefault("postgresql.version", "unknown"),
            report.settings().getOrDefault("run", "unknown"));
  }
}
