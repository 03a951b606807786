package io.slotkeeper.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All benchmarks by name, in the order in which they run and are shown. */
final class Catalog {

  private final Map<String, Benchmark> byName = new LinkedHashMap<>();

  Catalog(List<Benchmark> benchmarks) {
    for (var each : benchmarks) {
      if (byName.put(each.name(), each) != null) {
        throw new IllegalArgumentException("two benchmarks are called " + each.name());
      }
    }
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  Stream<Benchmark> all() {
    return byName.values().stream();
  }

  /**
   * Those whose name is one of these or begins with one, or all of them for none, in the order of
   * the catalog.
   *
   * @throws IllegalArgumentException for a name that no benchmark has
   */
  List<Benchmark> named(List<String> wanted) {
    for (var name : wanted) {
      if (byName.keySet().stream().noneMatch(each -> each.startsWith(name))) {
        throw new IllegalArgumentException(
            "there is no benchmark %s; there are %s"
                .formatted(name, String.join(", ", byName.keySet())));
      }
    }
    return all()
        .filter(each -> wanted.isEmpty() || wanted.stream().anyMatch(each.name()::startsWith))
        .toList();
  }
}
