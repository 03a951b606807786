package io.slotkeeper.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The document that shows the results, and the pictures in it. */
public final class PerformanceDocument {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path document;
  private final Path pictures;

  /** Of a repository. */
  public PerformanceDocument(Path root) {
    this.document = root.resolve("docs/performance.md");
    this.pictures = root.resolve("docs/images/performance");
  }

  /** Replaces what it says by what the reports say, and copies their plots. */
  public void show(List<Report> reports, Reports kept) {
    try {
      Files.writeString(document, MarkedText.replace(Files.readString(document), text(reports)));
      Files.createDirectories(pictures);
      for (var report : reports) {
        for (var plot : kept.plots(report).toList()) {
          Files.copy(
              plot,
              pictures.resolve(plot.getFileName().toString()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they were measured, the table and the pictures. */
  static String text(List<Report> reports) {
    return "%s%n%n%s%n%s"
        .formatted(
            reports.stream()
                .map(PerformanceDocument::where)
                .distinct()
                .collect(Collectors.joining("\n")),
            MarkdownTable.of(reports),
            reports.stream()
                .flatMap(report -> report.result().plots().stream())
                .map(
                    plot -> "![%s](images/performance/%s.svg)".formatted(plot.title(), plot.file()))
                .collect(Collectors.joining("\n")))
        .replace(System.lineSeparator(), "\n");
  }

  private static String where(Report report) {
    var machine = report.machine();
    return "Measured %s at commit `%s` on %d × %s, %,d MB, %s, %s, PostgreSQL %s, %s."
        .formatted(
            DAY.format(report.at()),
            report.commit(),
            machine.cores(),
            machine.processor(),
            machine.memoryMegabytes(),
            machine.system(),
            machine.jvm(),
            report.settings().getOrDefault("postgresql.version", "unknown"),
            report.settings().getOrDefault("run", "unknown"));
  }
}
