package io.slotkeeper.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param type names the kind of problem; it is a name and not an address
 * @param title the same words for every problem of this type
 * @param status of the answer
 * @param detail what is wrong this time
 * @param instance the path that was asked
 * @param code stable, for programs
 * @param errors the values that are not acceptable
 * @param details what the code leaves open, each a member of its own
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors,
    @JsonAnyGetter Map<String, Object> details) {
  static final String TYPE_PREFIX = "urn:problem-type:slotkeeper:";

  static Problem of(ProblemException problem, String instance) {
    var code = problem.code();
    return new Problem(
        TYPE_PREFIX + code.text(),
        code.title(),
        code.status(),
        problem.detail(),
        instance,
        code.text(),
        problem.errors(),
        problem.details());
  }
}
