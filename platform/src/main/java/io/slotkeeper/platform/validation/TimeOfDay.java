package io.slotkeeper.platform.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A time {@code HH:mm}. Codes: {@code not-a-time}. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = TimeOfDayFinder.class)
public @interface TimeOfDay {
  /** Whether {@code 24:00} will do. */
  boolean endOfDay() default false;

  /** Not used: the finding has its own. */
  String message() default "";

  /** Validation groups, as Bean Validation asks. */
  Class<?>[] groups() default {};

  /** Metadata, as Bean Validation asks. */
  Class<? extends Payload>[] payload() default {};
}
