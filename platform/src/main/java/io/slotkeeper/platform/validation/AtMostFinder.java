package io.slotkeeper.platform.validation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

final class AtMostFinder extends FlawFinder<AtMost, Collection<?>> {
  private int most;

  @Override
  public void initialize(AtMost atMost) {
    most = atMost.value();
  }

  @Override
  protected @Nullable Flaw flawOf(Collection<?> entries) {
    return entries.size() > most
        ? new Flaw("too-many", "must have at most %d entries".formatted(most))
        : Flaw.NONE;
  }
}
