package io.slotkeeper.platform.problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a caller is told of a body that is no JSON, or JSON of another shape. */
final class UnreadableBodies {
  private UnreadableBodies() {}

  static ProblemException problem(JacksonException unreadable) {
    var pointer = pointer(unreadable);
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown ->
          invalid(pointer, "unknown-field", "is not a field that is known here");
      case InputCoercionException number -> invalid(pointer, "out-of-range", "is out of range");
      case MismatchedInputException mismatch ->
          wrongType(pointer, "must be %s".formatted(expected(mismatch)));
      case DatabindException other -> wrongType(pointer, "is not of the right type");
      default -> notOneDocument();
    };
  }

  private static ProblemException wrongType(String pointer, String message) {
    return pointer.isEmpty() ? notOneDocument() : invalid(pointer, "wrong-type", message);
  }

  private static ProblemException notOneDocument() {
    return ProblemException.of(
        ProblemCode.MALFORMED, "The body is not one JSON document of the right shape.");
  }

  private static ProblemException invalid(String pointer, String code, String message) {
    return ProblemException.invalid(InputError.at(pointer, code, message));
  }

  private static String expected(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "of another type";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (Boolean.class.isAssignableFrom(type)) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String pointer(JacksonException unreadable) {
    var pointer = "";
    for (var reference : unreadable.getPath()) {
      var name = reference.getPropertyName();
      pointer = JsonPointers.child(pointer, name == null ? reference.getIndex() : name);
    }
    return pointer;
  }
}
