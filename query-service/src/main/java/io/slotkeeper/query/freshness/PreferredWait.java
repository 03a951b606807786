package io.slotkeeper.query.freshness;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Prefer: wait=<seconds>} (RFC 7240). Of several the first counts; what cannot be read
 * is passed over, as that RFC asks.
 */
final class PreferredWait {
  static final String HEADER = "Prefer";

  /** What was done about it. */
  static final String ANSWER = "Preference-Applied";

  private static final int MOST_SECONDS = 10;

  /** A quoted string may hold the commas and semicolons that would divide preferences. */
  private static final Pattern PREFERENCE =
      Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")++");

  private static final Pattern WAIT =
      Pattern.compile(
          "\\s*wait\\s*=\\s*(?:(\\d++)|\"(\\d++)\")\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

  private PreferredWait() {}

  /** How long to wait, at most ten seconds; empty where nothing is preferred. */
  static Optional<Duration> of(List<String> headers) {
    return headers.stream()
        .flatMap(header -> PREFERENCE.matcher(header).results())
        .map(preference -> WAIT.matcher(preference.group()))
        .filter(Matcher::matches)
        .findFirst()
        .map(wait -> wait.group(1) == null ? wait.group(2) : wait.group(1))
        .map(PreferredWait::seconds);
  }

  private static Duration seconds(String digits) {
    var significant = digits.replaceFirst("^0+(?=.)", "");
    // Longer ones need not fit any type of number.
    return Duration.ofSeconds(
        significant.length() > 2
            ? MOST_SECONDS
            : Math.min(MOST_SECONDS, Integer.parseInt(significant)));
  }
}
