package io.slotkeeper.query.slot.stream;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream begins.
 *
 * @param after the place in the feed after which it shows everything
 */
record Beginning(Kind kind, long after) {
  static final String HEADER = "Last-Event-ID";
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LONG = Pattern.compile("0*\\d{1,18}");

  enum Kind {
    /** Nothing has been missed, since nothing was heard before. */
    NEW,
    RESUMED,
    /** What was missed is no longer known. */
    TOO_LATE
  }

  /**
   * By what a listener says that it has heard.
   *
   * @throws ProblemException for a place that no stream can have told
   */
  static Beginning of(@Nullable String lastEventId, Span span) {
    if (lastEventId == null) {
      return new Beginning(Kind.NEW, span.newest());
    }
    if (!NUMBER.matcher(lastEventId).matches()) {
      throw refused("not-a-number", "must be the id of an event of this stream");
    }
    long seq = LONG.matcher(lastEventId).matches() ? Long.parseLong(lastEventId) : Long.MAX_VALUE;
    if (seq > span.newest()) {
      throw refused("out-of-range", "must be the id of an event of this stream");
    }
    return seq < span.oldest()
        ? new Beginning(Kind.TOO_LATE, span.newest())
        : new Beginning(Kind.RESUMED, seq);
  }

  private static ProblemException refused(String code, String message) {
    return ProblemException.invalid(InputError.in(HEADER, code, message));
  }
}
