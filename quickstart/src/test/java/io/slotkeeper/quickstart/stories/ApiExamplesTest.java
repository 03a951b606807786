package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.ApiContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the documents show, they allow. */
class ApiExamplesTest {

  @Test
  void everyExampleIsValid() {
    assertThat(flaws(Contracts.COMMANDS)).isEmpty();
    assertThat(flaws(Contracts.QUERIES)).isEmpty();
  }

  private static List<String> flaws(ApiContract contract) {
    var flaws = new ArrayList<String>();
    for (var operation : contract.operations()) {
      operation
          .parameters()
          .forEach(each -> check(contract, operation + " " + each.path("name"), each, flaws));
      contents(contract, operation + " request", operation.node().path("requestBody"), flaws);
      for (var answer : operation.node().path("responses").properties()) {
        var where = operation + " " + answer.getKey();
        contents(contract, where, answer.getValue(), flaws);
        answer
            .getValue()
            .path("headers")
            .forEach(each -> check(contract, where, contract.resolved(each), flaws));
      }
    }
    return flaws;
  }

  private static void contents(
      ApiContract contract, String where, JsonNode holder, List<String> flaws) {
    for (var media : holder.path("content")) {
      if (media.path("examples").isEmpty()) {
        flaws.add(where + " has no example");
      }
      for (var example : media.path("examples")) {
        var value = contract.resolved(example).path("value");
        contract.flaws(media.path("schema"), value).forEach(flaw -> flaws.add(where + " " + flaw));
      }
    }
  }

  private static void check(
      ApiContract contract, String where, JsonNode definition, List<String> flaws) {
    if (definition.path("example").isMissingNode()) {
      flaws.add(where + " has no example");
    }
    contract
        .flaws(definition.path("schema"), definition.path("example"))
        .forEach(flaw -> flaws.add(where + " " + flaw));
  }
}
