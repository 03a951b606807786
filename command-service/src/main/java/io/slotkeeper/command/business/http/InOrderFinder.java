package io.slotkeeper.command.business.http;

import io.slotkeeper.platform.validation.Flaw;
import io.slotkeeper.platform.validation.FlawFinder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import org.jspecify.annotations.Nullable;

final class InOrderFinder extends FlawFinder<InOrder, RangeBody> {
  @Override
  protected @Nullable Flaw flawOf(RangeBody range) {
    var from = range.from();
    var to = range.to();
    // HH:mm sorts as time does, 24:00 last.
    return from != null && to != null && to.compareTo(from) <= 0
        ? new Flaw("out-of-order", "must be after from")
        : Flaw.NONE;
  }

  @Override
  protected void report(ConstraintViolationBuilder violation) {
    violation.addPropertyNode("to").addConstraintViolation();
  }
}
