package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class TextFinder extends FlawFinder<Text, String> {
  private int max;
  private boolean multiline;

  @Override
  public void initialize(Text text) {
    max = text.max();
    multiline = text.multiline();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    if (!Texts.isPrintable(text, multiline)) {
      return new Flaw(
          "control-characters",
          "must not have control characters, broken characters or marks that turn the direction");
    }
    if (Texts.isBlank(text)) {
      return new Flaw("blank", "must not be blank");
    }
    return text.codePointCount(0, text.length()) > max
        ? new Flaw("too-long", "must have at most %d characters".formatted(max))
        : Flaw.NONE;
  }
}
