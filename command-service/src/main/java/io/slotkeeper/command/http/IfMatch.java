package io.slotkeeper.command.http;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads the version that a caller has seen from {@code If-Match}. */
public final class IfMatch {
  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

  private IfMatch() {}

  /** The version in the header; nothing where there is no header, or where any version will do. */
  public static @Nullable Long version(@Nullable String header) {
    if (header == null || header.equals("*")) {
      return null;
    }
    var matcher = ETAG.matcher(header);
    if (!matcher.matches()) {
      throw ProblemException.invalid(
          InputError.in(HttpHeaders.IF_MATCH, "not-an-etag", "must be one ETag such as \"3\""));
    }
    return Long.valueOf(matcher.group(1));
  }

  /** Refuses a caller who has seen any version of what is only now made. */
  public static void requireNone(@Nullable String header) {
    version(header);
    if (header != null) {
      throw ProblemException.of(
          ProblemCode.VERSION_CONFLICT, "What is asked for does not exist yet.");
    }
  }
}
