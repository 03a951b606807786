package io.slotkeeper.platform.validation;

import org.jspecify.annotations.Nullable;

final class BetweenFinder extends FlawFinder<Between, Integer> {
  private int min;
  private int max;

  @Override
  public void initialize(Between between) {
    min = between.min();
    max = between.max();
  }

  @Override
  protected @Nullable Flaw flawOf(Integer number) {
    return number < min || number > max ? Flaw.outOfRange(min, max) : Flaw.NONE;
  }
}
