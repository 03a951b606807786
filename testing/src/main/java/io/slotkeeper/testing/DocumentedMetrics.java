package io.slotkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/metrics.md says that a service exports. */
public final class DocumentedMetrics {
  private static final Path PAGE = Path.of("../docs/metrics.md");

  /** A row of five cells, of which the first is a name and the fourth says when it is there. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([\\w.]+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|.*");

  private static final List<String> OURS =
      List.of("slotkeeper.", "eventProcessor.", "commandBus.", "eventStore.", "resilience4j.");

  private record Row(String section, String name, String there) {}

  private final List<Row> rows;

  private DocumentedMetrics(List<Row> rows) {
    this.rows = rows;
  }

  /** The metrics of a service, by its name, with those that both have. */
  public static DocumentedMetrics of(String service) {
    try {
      var sections = Files.readString(PAGE).split("\n## ");
      return new DocumentedMetrics(
          List.of(sections).stream()
              .flatMap(section -> section.lines().map(line -> row(section, line)))
              .flatMap(List::stream)
              .filter(row -> Set.of("Both services", service).contains(row.section()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> row(String section, String line) {
    var row = ROW.matcher(line);
    return row.matches()
        ? List.of(
            new Row(section.lines().findFirst().orElse(""), row.group(1), row.group(2).strip()))
        : List.of();
  }

  /** All that it may export. */
  public Set<String> names() {
    return rows.stream().map(Row::name).collect(Collectors.toSet());
  }

  /** What it exports from its start on. */
  public Set<String> fromTheStart() {
    return rows.stream()
        .filter(row -> row.there().equals("always"))
        .map(Row::name)
        .collect(Collectors.toSet());
  }

  /** Whether a metric must be on the page: those of Boot need not. */
  public static boolean mustBeThere(String name) {
    return OURS.stream().anyMatch(name::startsWith);
  }
}
