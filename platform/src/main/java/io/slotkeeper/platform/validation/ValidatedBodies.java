package io.slotkeeper.platform.validation;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.JsonPointers;
import io.slotkeeper.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.Comparator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks the constraints of every body, so that no controller can forget to. */
@RestControllerAdvice
class ValidatedBodies extends RequestBodyAdviceAdapter {
  private final Validator validator;

  ValidatedBodies(Validator validator) {
    this.validator = validator;
  }

  @Override
  public boolean supports(
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converterType) {
    return true;
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converterType) {
    var errors =
        validator.validate(body).stream()
            .map(ValidatedBodies::error)
            .sorted(Comparator.comparing(InputError::toString))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return body;
  }

  private static InputError error(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> finding = violation.unwrap(HibernateConstraintViolation.class);
    var flaw = finding.getDynamicPayload(Flaw.class);
    if (flaw == null) {
      throw new IllegalStateException("only constraints of this package are used on bodies");
    }
    return InputError.at(pointer(violation.getPropertyPath()), flaw.code(), flaw.message());
  }

  private static String pointer(Path path) {
    var pointer = "";
    for (var node : path) {
      if (node.getIndex() != null) {
        pointer = JsonPointers.child(pointer, node.getIndex());
      } else if (node.getKey() != null) {
        pointer = JsonPointers.child(pointer, node.getKey());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer = JsonPointers.child(pointer, node.getName());
      }
    }
    return pointer;
  }
}
