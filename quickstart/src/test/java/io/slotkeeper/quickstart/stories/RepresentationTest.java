package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is JSON, whatever libraries there are. */
class RepresentationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"application/yaml", "application/xml", "application/problem+json", "text/html"})
  void offersNothingButJson(String accepted) {
    Town.queries()
        .with("Accept", accepted)
        .get("/api/businesses")
        .expectProblem(406, "not-acceptable");
    Town.commands()
        .with("Accept", accepted)
        .as(Town.quickstart().adminToken())
        .get("/api/admin/dead-letters")
        .expectProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "application/*"})
  void answersJsonToWhoeverTakesIt(String accepted) {
    var answer = Town.queries().with("Accept", accepted).get("/api/businesses").expect(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
  }
}
