package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class GivenFinder extends FlawFinder<Given, Boolean> {
  @Override
  protected @Nullable Flaw flawOf(Boolean given) {
    return given ? Flaw.NONE : new Flaw("must-be-true", "must be true");
  }
}
