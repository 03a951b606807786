package io.slotkeeper.quickstart.observed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What services show to Prometheus.
 *
 * @param series the labels of each, by metric
 */
record Exposition(Map<String, List<Map<String, String>>> series) {

  private static final Pattern SAMPLE =
      Pattern.compile("(?<metric>[A-Za-z_:][A-Za-z0-9_:]*)(?:\\{(?<labels>.*)})? \\S+");
  private static final Pattern LABEL =
      Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]*)=\"(?<value>(?:\\\\.|[^\"\\\\])*)\",?");

  static Exposition of(String... texts) {
    var series = new HashMap<String, List<Map<String, String>>>();
    Stream.of(texts)
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("#"))
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(
            sample ->
                series
                    .computeIfAbsent(sample.group("metric"), metric -> new ArrayList<>())
                    .add(labels(sample)));
    return new Exposition(series);
  }

  private static Map<String, String> labels(Matcher sample) {
    String labels = sample.group("labels");
    return labels == null
        ? Map.of()
        : LABEL
            .matcher(labels)
            .results()
            .collect(Collectors.toMap(label -> label.group("name"), label -> label.group("value")));
  }

  boolean has(String metric) {
    return series.containsKey(metric);
  }

  /** The names of its labels. */
  Set<String> labels(String metric) {
    return series.getOrDefault(metric, List.of()).stream()
        .flatMap(labels -> labels.keySet().stream())
        .collect(Collectors.toSet());
  }

  Set<String> values(String metric, String label) {
    return series.getOrDefault(metric, List.of()).stream()
        .map(labels -> labels.getOrDefault(label, ""))
        .collect(Collectors.toSet());
  }
}
