package io.slotkeeper.quickstart.observed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a PromQL expression asks for. It is read word by word, which is enough to tell names apart;
 * whether it is valid is promtool's to say.
 *
 * @param selectors of series, in order
 * @param labels that it groups or joins by
 */
record Expression(List<Selector> selectors, Set<String> labels) {

  private static final Pattern WORD =
      Pattern.compile(
          """
          \\s+|\\#[^\\n]*\
          |(?<string>"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`)\
          |(?<number>[0-9][0-9A-Za-z.]*(?:(?<=[eE])[+-][0-9]+)?)\
          |(?<name>[A-Za-z_:][A-Za-z0-9_:]*)\
          |(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){}\\[\\],@:])\
          """);

  private static final Set<String> OF_LABELS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> OF_SIGNS =
      Set.of("and", "or", "unless", "atan2", "bool", "offset", "inf", "nan");

  /** Series of a metric. */
  record Selector(String metric, List<Matcher> matchers) {}

  /** A condition, such as {@code status=~"5.."}. */
  record Matcher(String label, String sign, String value) {}

  static Expression of(String promQl) {
    return new Reader(words(promQl)).read();
  }

  private static List<String> words(String promQl) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(promQl);
    int end = 0;
    while (found.find() && found.start() == end) {
      if (!found.group().isBlank() && !found.group().startsWith("#")) {
        words.add(found.group());
      }
      end = found.end();
    }
    if (end < promQl.length()) {
      throw new IllegalArgumentException(
          "cannot be read from \"%s\" on: %s".formatted(promQl.substring(end), promQl));
    }
    return words;
  }

  private static final class Reader {
    private final List<String> words;
    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private int next;

    Reader(List<String> words) {
      this.words = words;
    }

    Expression read() {
      while (next < words.size()) {
        String word = words.get(next++);
        if (word.equals("[")) {
          take("]");
        } else if (word.equals("{")) {
          throw new IllegalArgumentException("a selector must name its metric: " + words);
        } else if (isName(word)) {
          read(word);
        }
      }
      return new Expression(selectors, labels);
    }

    private void read(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (OF_LABELS.contains(lower)) {
        if (isNext("(")) {
          next++;
          take(")").stream().filter(Reader::isName).forEach(labels::add);
        }
      } else if (!OF_SIGNS.contains(lower) && !isNext("(") && !isNext("by") && !isNext("without")) {
        selectors.add(new Selector(name, isNext("{") ? matchers() : List.of()));
      }
    }

    private List<Matcher> matchers() {
      next++;
      var matchers = new ArrayList<Matcher>();
      List<String> inside = take("}").stream().filter(word -> !word.equals(",")).toList();
      for (int i = 0; i + 2 < inside.size(); i += 3) {
        String quoted = inside.get(i + 2);
        matchers.add(
            new Matcher(
                inside.get(i), inside.get(i + 1), quoted.substring(1, quoted.length() - 1)));
      }
      return matchers;
    }

    private List<String> take(String end) {
      int first = next;
      while (!words.get(next).equals(end)) {
        next++;
      }
      return words.subList(first, next++);
    }

    private boolean isNext(String word) {
      return next < words.size() && words.get(next).equals(word);
    }

    private static boolean isName(String word) {
      return Character.isLetter(word.charAt(0)) || word.charAt(0) == '_';
    }
  }
}
