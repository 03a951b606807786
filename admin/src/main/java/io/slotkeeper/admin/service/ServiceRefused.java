package io.slotkeeper.admin.service;

import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A service has answered with a problem. */
public final class ServiceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  ServiceRefused(String service, Answer answer) {
    super(sentence(service, answer));
    this.answer = answer;
  }

  /** The status of HTTP. */
  public int status() {
    return answer.status();
  }

  /** The problem document; missing where there was none. */
  public JsonNode problem() {
    return answer.body();
  }

  private static String sentence(String service, Answer answer) {
    var problem = answer.body();
    if (!problem.has("code")) {
      return "%s answers with status %d, and not as Slotkeeper does: is this its address?"
          .formatted(service, answer.status());
    }
    var text =
        new StringBuilder("%s: %s".formatted(service, problem.path("title").asString("refused")));
    if (problem.hasNonNull("detail")) {
      text.append(". ").append(problem.path("detail").asString());
    }
    problem
        .path("errors")
        .forEach(
            error ->
                text.append(
                    "\n  %s: %s"
                        .formatted(
                            error.path("pointer").asString(""),
                            error.path("message").asString(""))));
    text.append(" [").append(problem.path("code").asString()).append(']');
    answer
        .headers()
        .firstValue("Retry-After")
        .ifPresent(seconds -> text.append(" Try again after %s s.".formatted(seconds)));
    return text.toString();
  }

  /** In a sentence. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
