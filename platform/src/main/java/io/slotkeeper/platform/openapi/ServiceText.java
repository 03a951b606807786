package io.slotkeeper.platform.openapi;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said once for many operations.
 *
 * @param title of the document
 * @param description of the document
 * @param conventions what holds for whole groups of operations
 * @param parameters by name, each as OpenAPI writes it
 * @param headers of answers by name, each as OpenAPI writes it
 * @param schemas by name that no type of the code stands for, each as JSON Schema writes it
 * @param problems by code: an example of what the code leaves open
 */
record ServiceText(
    @Nullable String title,
    @Nullable String description,
    List<Convention> conventions,
    Map<String, Map<String, Object>> parameters,
    Map<String, Map<String, Object>> headers,
    Map<String, Map<String, Object>> schemas,
    Map<String, ProblemText> problems) {
  ServiceText {
    conventions = requireNonNullElse(conventions, List.of());
    parameters = requireNonNullElse(parameters, Map.of());
    headers = requireNonNullElse(headers, Map.of());
    schemas = requireNonNullElse(schemas, Map.of());
    problems = requireNonNullElse(problems, Map.of());
  }

  /**
   * What holds for a group of operations: those that meet all its conditions.
   *
   * @param methods any unless given
   * @param below the beginning of the path, or of one of several
   * @param except beginnings of paths that it does not hold for
   * @param unless endings of paths that it does not hold for
   * @param withBody only for operations that take one
   * @param parameters that are added
   * @param errors that are possible
   * @param headers of every answer
   * @param successHeaders of answers that are no errors
   * @param answers beside those of the operation
   */
  record Convention(
      List<String> methods,
      List<String> below,
      List<String> except,
      List<String> unless,
      boolean withBody,
      List<String> parameters,
      List<String> errors,
      List<String> headers,
      List<String> successHeaders,
      Map<String, AnswerText> answers) {
    Convention {
      methods = requireNonNullElse(methods, List.of());
      below = requireNonNullElse(below, List.of());
      except = requireNonNullElse(except, List.of());
      unless = requireNonNullElse(unless, List.of());
      parameters = requireNonNullElse(parameters, List.of());
      errors = requireNonNullElse(errors, List.of());
      headers = requireNonNullElse(headers, List.of());
      successHeaders = requireNonNullElse(successHeaders, List.of());
      answers = requireNonNullElse(answers, Map.of());
    }

    boolean holdsFor(String method, String path, boolean hasBody) {
      return (methods.isEmpty() || methods.contains(method))
          && (below.isEmpty() || below.stream().anyMatch(path::startsWith))
          && except.stream().noneMatch(path::startsWith)
          && unless.stream().noneMatch(path::endsWith)
          && (!withBody || hasBody);
    }
  }

  /**
   * An answer.
   *
   * @param description in a sentence
   * @param media type, JSON unless given
   * @param schema in place of the type of the code
   * @param example of the body
   * @param headers beside those of the conventions
   */
  record AnswerText(
      String description,
      @Nullable String media,
      @Nullable Map<String, Object> schema,
      @Nullable Object example,
      List<String> headers) {
    AnswerText {
      headers = requireNonNullElse(headers, List.of());
    }
  }

  /**
   * An example of a problem.
   *
   * @param members beside those that every problem has
   */
  record ProblemText(String detail, List<String> headers, Map<String, Object> members) {
    ProblemText {
      headers = requireNonNullElse(headers, List.of());
      members = requireNonNullElse(members, Map.of());
    }
  }
}
