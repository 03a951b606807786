package io.slotkeeper.command.business.http;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Two dates or two local times, the end not before the start. Codes: {@code mixed}, {@code
 * out-of-order}.
 */
@Target({ElementType.TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = SpanFinder.class)
@interface Span {
  /** Not used: the finding has its own. */
  String message() default "";

  /** Validation groups, as Bean Validation asks. */
  Class<?>[] groups() default {};

  /** Metadata, as Bean Validation asks. */
  Class<? extends Payload>[] payload() default {};
}
