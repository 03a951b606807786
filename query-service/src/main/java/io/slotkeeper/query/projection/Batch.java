package io.slotkeeper.query.projection;

import io.slotkeeper.query.ReadModelOutOfStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one transaction touches: read at once, changed in memory, written at once. That
 * makes two statements of what would be one or two for each event.
 */
final class Batch<E, R extends Row> {
  private final Projection<E, R> projection;
  private final Generation<R> generation;
  private final Set<String> read = new HashSet<>();
  private final Map<String, R> rows = new HashMap<>();
  private final Map<String, Change<R>> unsaved = new LinkedHashMap<>();
  private final Map<String, Change<R>> saved = new LinkedHashMap<>();

  Batch(Projection<E, R> projection, Generation<R> generation) {
    this.projection = projection;
    this.generation = generation;
  }

  /** Reads the rows of these aggregates, unless it has them. */
  void read(Collection<String> ids) {
    var missing = ids.stream().filter(id -> !read.contains(id)).distinct().toList();
    if (!missing.isEmpty()) {
      generation.find(missing).forEach(row -> rows.put(row.id(), row));
      read.addAll(missing);
    }
  }

  /** Takes one more event; one that the row has seen changes nothing. */
  void take(String id, E event, long version, Instant at) {
    read(List.of(id));
    var before = rows.get(id);
    if (isGap(before, version) && !unsaved.containsKey(id)) {
      before = readAgain(id);
      if (isGap(before, version) && generation.waitsFor(id, version)) {
        throw new ReadModelOutOfStep(id, version);
      }
    }
    if (before != null && before.version() >= version) {
      return;
    }
    var after =
        before == null
            ? projection.begin(event, version, at)
            : projection.after(before, event, version, at);
    rows.put(id, after);
    unsaved.merge(id, new Change<>(before, after), Batch::joined);
  }

  private static boolean isGap(@Nullable Row row, long version) {
    return version > (row == null ? 0 : row.version() + 1);
  }

  /** An event that had been put aside may have been taken meanwhile, beside this batch. */
  private @Nullable R readAgain(String id) {
    read.remove(id);
    rows.remove(id);
    read(List.of(id));
    return rows.get(id);
  }

  /** The aggregates whose rows it has changed. */
  Set<String> changed() {
    var ids = new HashSet<>(saved.keySet());
    ids.addAll(unsaved.keySet());
    return ids;
  }

  /** Writes what has changed since it last wrote. */
  void save() {
    if (!unsaved.isEmpty()) {
      generation.save(unsaved.values().stream().map(Change::after).toList());
      unsaved.forEach((id, change) -> saved.merge(id, change, Batch::joined));
      unsaved.clear();
    }
  }

  /** Everything that it has written. */
  List<Change<R>> saved() {
    return new ArrayList<>(saved.values());
  }

  /** Takes back what was not written of an aggregate. */
  void drop(String id) {
    var change = unsaved.remove(id);
    if (change != null) {
      restore(id, change.before());
    }
  }

  private void restore(String id, @Nullable R row) {
    if (row == null) {
      rows.remove(id);
    } else {
      rows.put(id, row);
    }
  }

  private static <R extends Row> Change<R> joined(Change<R> earlier, Change<R> later) {
    return new Change<>(earlier.before(), later.after());
  }
}
