package io.slotkeeper.query.business;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names are sorted and searched by: without case and accents, so that "cafe" finds "Café". */
final class NameSort {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private NameSort() {}

  static String of(String name) {
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    // Both ways, since some letters have two small forms and one capital.
    return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
