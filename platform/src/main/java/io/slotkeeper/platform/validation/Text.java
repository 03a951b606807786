package io.slotkeeper.platform.validation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One piece of text without leading and trailing space. Codes: {@code blank}, {@code too-long},
 * {@code control-characters}.
 */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = TextFinder.class)
public @interface Text {
  /** Most characters, as Unicode code points. */
  int max();

  /** Whether it may have several lines. */
  boolean multiline() default false;

  /** Not used: the finding has its own. */
  String message() default "";

  /** Validation groups, as Bean Validation asks. */
  Class<?>[] groups() default {};

  /** Metadata, as Bean Validation asks. */
  Class<? extends Payload>[] payload() default {};
}
