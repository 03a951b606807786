package io.slotkeeper.admin.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows below a head, each column as wide as its widest word. */
public final class Table {
  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** With these words above the columns. */
  public Table(String... head) {
    rows.add(List.of(head));
  }

  /** Adds a row of as many words as the head has. */
  public Table row(Object... cells) {
    rows.add(Stream.of(cells).map(cell -> printable(cell.toString())).toList());
    return this;
  }

  /** Whether there is nothing but the head. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** All of it, or these words where there is nothing. */
  public String textOr(String nothing) {
    return isEmpty() ? nothing : toString();
  }

  @Override
  public String toString() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, widths.length)
                    .mapToObj(at -> row.get(at) + " ".repeat(widths[at] - row.get(at).length()))
                    .collect(Collectors.joining(BETWEEN))
                    .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** What others have written does not move the cursor. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
