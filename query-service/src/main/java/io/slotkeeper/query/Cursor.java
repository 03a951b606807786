package io.slotkeeper.query;

import io.slotkeeper.platform.foundation.Sha256;
import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says where a page ended, for one question only. The digest in it keeps a cursor from being used
 * with other filters by mistake; it is no secret, and a position opens nothing that the question
 * itself does not.
 */
public final class Cursor {
  private static final int DIGEST = 12;
  private static final String SEPARATOR = "\n";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final String question;

  /** Cursors of the question that these parts make up: what is listed, and every filter. */
  public Cursor(@Nullable Object... question) {
    this.question = String.join(SEPARATOR, Arrays.stream(question).map(String::valueOf).toList());
  }

  /** A position as callers see it. */
  public String write(List<String> position) {
    var text = String.join(SEPARATOR, position).getBytes(StandardCharsets.UTF_8);
    var bytes = Arrays.copyOf(digest(text), DIGEST + text.length);
    System.arraycopy(text, 0, bytes, DIGEST, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The position in a cursor; empty for the beginning.
   *
   * @throws ProblemException for one of another question, or of nobody's making
   */
  public <T> Optional<T> read(
      @Nullable String cursor, int parts, Function<List<String>, T> position) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      var text = Arrays.copyOfRange(bytes, Math.min(DIGEST, bytes.length), bytes.length);
      var found = List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      if (found.size() != parts
          || found.stream().anyMatch(part -> CONTROL.matcher(part).find())
          || !write(found).equals(cursor)) {
        throw invalid();
      }
      return Optional.of(position.apply(found));
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.invalid(
        InputError.in(
            "cursor", "not-a-cursor", "must be the nextCursor of a page of the same question"));
  }

  private byte[] digest(byte[] position) {
    var sha256 = Sha256.digest();
    sha256.update(question.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return Arrays.copyOf(sha256.digest(position), DIGEST);
  }
}
