package io.slotkeeper.command.business.http;

import io.slotkeeper.platform.validation.Dates;
import io.slotkeeper.platform.validation.Flaw;
import io.slotkeeper.platform.validation.FlawFinder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import org.jspecify.annotations.Nullable;

final class SpanFinder extends FlawFinder<Span, ClosureBody> {
  @Override
  protected @Nullable Flaw flawOf(ClosureBody closure) {
    var from = closure.from();
    var to = closure.to();
    if (from == null || to == null || !isReadable(from) || !isReadable(to)) {
      return Flaw.NONE;
    }
    if (Dates.parse(from).isPresent() != Dates.parse(to).isPresent()) {
      return new Flaw("mixed", "must be a date if from is one, and a time if from is one");
    }
    return ClosureBody.end(to).isAfter(ClosureBody.start(from))
        ? Flaw.NONE
        : new Flaw("out-of-order", "must not be before from");
  }

  @Override
  protected void report(ConstraintViolationBuilder violation) {
    violation.addPropertyNode("to").addConstraintViolation();
  }

  private static boolean isReadable(String text) {
    return Dates.parse(text).isPresent() || Dates.parseDateTime(text).isPresent();
  }
}
