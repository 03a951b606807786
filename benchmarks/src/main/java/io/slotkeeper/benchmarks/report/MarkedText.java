package io.slotkeeper.benchmarks.report;

/** A part of a document that is replaced, and the marks around it that stay. */
final class MarkedText {

  private static final String BEGIN = "<!-- results -->";
  private static final String END = "<!-- end of results -->";

  private MarkedText() {}

  /**
   * The document with another text between its marks.
   *
   * @throws IllegalArgumentException where the marks are not there once, in their order
   */
  static String replace(String document, String text) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0
        || end < begin
        || document.indexOf(BEGIN, begin + 1) >= 0
        || document.indexOf(END, end + 1) >= 0) {
      throw new IllegalArgumentException(
          "the document must have %s and %s once".formatted(BEGIN, END));
    }
    return document.substring(0, begin + BEGIN.length())
        + "\n\n"
        + text.strip()
        + "\n\n"
        + document.substring(end);
  }
}
