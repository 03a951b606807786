package io.slotkeeper.platform.openapi;

import static java.util.Objects.requireNonNullElse;

import io.slotkeeper.platform.openapi.ServiceText.AnswerText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a feature.
 *
 * @param tag the feature's name
 * @param about it in a sentence
 * @param operations by method and path, such as {@code GET /api/health}
 */
record FeatureText(String tag, String about, Map<String, OperationText> operations) {

  /**
   * One operation.
   *
   * @param id stable: client libraries name their methods after it
   * @param who may call it: anyone, customer, owner, admin
   * @param security the scheme in place of the bearer token
   * @param bodies examples by name
   * @param bodySchema in place of the type of the code
   * @param answers that are no errors, by status
   * @param errors codes beside those of the conventions
   * @param without codes of the conventions that cannot happen here
   * @param parameters by name, where they differ from those of the service
   */
  record OperationText(
      String id,
      String summary,
      @Nullable String description,
      List<String> who,
      @Nullable String security,
      Map<String, Object> bodies,
      @Nullable Map<String, Object> bodySchema,
      Map<String, AnswerText> answers,
      List<String> errors,
      List<String> without,
      Map<String, Map<String, Object>> parameters) {
    OperationText {
      bodies = requireNonNullElse(bodies, Map.of());
      answers = requireNonNullElse(answers, Map.of());
      errors = requireNonNullElse(errors, List.of());
      without = requireNonNullElse(without, List.of());
      parameters = requireNonNullElse(parameters, Map.of());
    }
  }
}
