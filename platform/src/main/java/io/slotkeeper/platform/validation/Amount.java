package io.slotkeeper.platform.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A stretch of time such as {@code PT30M}. Codes: {@code not-a-duration}, {@code out-of-range}. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = AmountFinder.class)
public @interface Amount {
  /** Least, ISO 8601. */
  String min();

  /** Most, ISO 8601. */
  String max();

  /** Whether only whole minutes will do. */
  boolean wholeMinutes() default false;

  /** Not used: the finding has its own. */
  String message() default "";

  /** Validation groups, as Bean Validation asks. */
  Class<?>[] groups() default {};

  /** Metadata, as Bean Validation asks. */
  Class<? extends Payload>[] payload() default {};
}
