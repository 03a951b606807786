package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class RequiredFinder extends FlawFinder<Required, Object> {
  @Override
  protected @Nullable Flaw flawOf(Object value) {
    return Flaw.NONE;
  }

  @Override
  protected Flaw flawOfAbsent() {
    return new Flaw("required", "is needed");
  }
}
