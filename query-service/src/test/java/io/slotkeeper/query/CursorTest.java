package io.slotkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.problem.ProblemException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Cursor cursor = new Cursor("bookings", "biz", null);

  @Property
  void readsWhatItWrote(@ForAll @AlphaChars String first, @ForAll @AlphaChars String second) {
    var position = List.of(first, second);

    assertThat(cursor.read(cursor.write(position), 2, parts -> parts)).contains(position);
  }

  @Property(tries = 200)
  void refusesEveryOtherText(@ForAll @IntRange(max = 31) int at, @ForAll char other) {
    var text = cursor.write(List.of("2026", "bkg"));
    int index = at % text.length();
    if (text.charAt(index) == other) {
      return;
    }
    var changed = text.substring(0, index) + other + text.substring(index + 1);

    assertInvalid(cursor, changed);
  }

  @Test
  void refusesACursorOfAnotherQuestion() {
    var text = cursor.write(List.of("2026", "bkg"));

    assertInvalid(new Cursor("bookings", "biz", "PENDING"), text);
    assertInvalid(new Cursor("bookings", "other", null), text);
    assertInvalid(new Cursor("businesses", "biz", null), text);
  }

  @Test
  void refusesWellMadeNonsense() {
    assertInvalid(cursor, cursor.write(List.of("one part")));
    assertInvalid(cursor, cursor.write(List.of("a\u0000b", "c")));
    assertInvalid(cursor, "");
    assertInvalid(cursor, "AAAA");
    assertThatThrownBy(
            () ->
                cursor.read(
                    cursor.write(List.of("x", "y")), 2, parts -> Integer.parseInt(parts.get(0))))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void beginsAtTheBeginningWithoutACursor() {
    assertThat(cursor.read(null, 2, parts -> parts)).isEmpty();
  }

  private static void assertInvalid(Cursor cursor, String text) {
    assertThatThrownBy(() -> cursor.read(text, 2, parts -> parts))
        .isInstanceOf(ProblemException.class);
  }
}
