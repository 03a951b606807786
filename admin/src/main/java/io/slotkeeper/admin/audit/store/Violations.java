package io.slotkeeper.admin.audit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was found to be wrong: how often, and some of it. Holds nothing personal. */
public final class Violations {
  private final int most;
  private final SortedMap<String, Found> found = new TreeMap<>();

  /**
   * One kind of violation.
   *
   * @param count how often it was found
   * @param examples the first of them
   */
  public record Found(long count, List<String> examples) {}

  /** Keeps so many examples of each kind. */
  public Violations(int most) {
    this.most = most;
  }

  /**
   * Adds one.
   *
   * @param kind in a word or some, joined by hyphens
   * @param text with ids, numbers and names of columns only
   */
  public void add(String kind, String text) {
    var before = found.getOrDefault(kind, new Found(0, List.of()));
    var examples = before.examples();
    if (examples.size() < most) {
      examples = new ArrayList<>(examples);
      examples.add(text);
    }
    found.put(kind, new Found(before.count() + 1, List.copyOf(examples)));
  }

  /** By kind. */
  public Map<String, Found> byKind() {
    return found;
  }
}
