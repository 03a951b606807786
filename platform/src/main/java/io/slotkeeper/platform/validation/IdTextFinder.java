package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class IdTextFinder extends FlawFinder<IdText, String> {
  private IdKind kind = IdKind.SLOT;

  @Override
  public void initialize(IdText id) {
    kind = id.value();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    return kind.accepts(text)
        ? Flaw.NONE
        : new Flaw("not-an-id", "must be %s".formatted(kind.words()));
  }
}
