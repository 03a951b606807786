package io.slotkeeper.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A directory of reports: a file of JSON for each benchmark, and its plots beside it. */
public final class Reports {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path directory;

  /** Where they are kept; it is made when the first is. */
  public Reports(Path directory) {
    this.directory = directory;
  }

  /** Keeps one in place of the benchmark's last. */
  public void keep(Report report) {
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve(report.result().benchmark() + ".json"),
          JSON.writeValueAsString(report));
      for (var plot : report.result().plots()) {
        Files.writeString(directory.resolve(plot.file() + ".svg"), SvgPlot.draw(plot));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of these benchmarks that there are, in this order. */
  public List<Report> of(List<String> benchmarks) {
    return benchmarks.stream()
        .map(name -> directory.resolve(name + ".json"))
        .filter(Files::exists)
        .map(Reports::read)
        .toList();
  }

  private static Report read(Path file) {
    return JSON.readValue(file.toFile(), Report.class);
  }

  /** Writes a text beside them. */
  public void write(String file, String text) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
