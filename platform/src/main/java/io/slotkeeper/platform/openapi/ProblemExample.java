package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.ServiceText.ProblemText;
import io.slotkeeper.platform.problem.ProblemCode;
import io.swagger.v3.oas.models.examples.Example;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What a problem with a code looks like. */
record ProblemExample(String code, ProblemText text) {
  int status() {
    return known()
        .map(ProblemCode::status)
        .or(() -> Optional.ofNullable(text.status()))
        .orElseThrow();
  }

  private String title() {
    return known()
        .map(ProblemCode::title)
        .or(() -> Optional.ofNullable(text.title()))
        .orElseThrow();
  }

  private Optional<ProblemCode> known() {
    return Arrays.stream(ProblemCode.values()).filter(each -> each.text().equals(code)).findFirst();
  }

  Example example() {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:problem-type:slotkeeper:" + code);
    problem.put("title", title());
    problem.put("status", status());
    problem.put("detail", text.detail());
    problem.put("instance", "/api/path/of/the/request");
    problem.put("code", code);
    problem.putAll(text.members());
    return new Example().summary(title()).value(problem);
  }
}
