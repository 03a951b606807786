package io.slotkeeper.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** A validator that says what is wrong, and not only that something is. */
public abstract class FlawFinder<A extends Annotation, T> implements ConstraintValidator<A, T> {
  @Override
  public final boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
    var flaw = value == null ? flawOfAbsent() : flawOf(value);
    if (flaw == null) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    // The message travels as a payload, since a template would be interpolated.
    context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(flaw);
    report(context.buildConstraintViolationWithTemplate(flaw.code()));
    return false;
  }

  /** What is wrong with a value that is there; null where nothing is. */
  protected abstract @Nullable Flaw flawOf(T value);

  /** What is wrong with a value that is not there: nothing, unless it is required. */
  protected @Nullable Flaw flawOfAbsent() {
    return Flaw.NONE;
  }

  /** Where it is wrong: the value itself, unless said otherwise. */
  protected void report(ConstraintValidatorContext.ConstraintViolationBuilder violation) {
    violation.addConstraintViolation();
  }
}
