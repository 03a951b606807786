package io.slotkeeper.platform.validation;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

final class LanguageTagFinder extends FlawFinder<LanguageTag, String> {
  static final int LONGEST = 35;

  /** Longer ones are well-formed too, but none was ever registered. */
  private static final int LONGEST_LANGUAGE = 3;

  @Override
  protected @Nullable Flaw flawOf(String text) {
    return text.length() <= LONGEST && isTag(text)
        ? Flaw.NONE
        : new Flaw("not-a-language-tag", "must be a BCP 47 language tag such as es-ES");
  }

  private static boolean isTag(String text) {
    try {
      var language = new Locale.Builder().setLanguageTag(text).build().getLanguage();
      return !language.isEmpty() && language.length() <= LONGEST_LANGUAGE;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
