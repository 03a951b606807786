package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.ServiceText.ProblemText;
import io.slotkeeper.platform.problem.ProblemCode;
import io.swagger.v3.oas.models.examples.Example;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** What a problem with a code looks like. */
record ProblemExample(ProblemCode code, ProblemText text) {
  static ProblemExample of(String code, ProblemText text) {
    return Arrays.stream(ProblemCode.values())
        .filter(each -> each.text().equals(code))
        .findFirst()
        .map(known -> new ProblemExample(known, text))
        .orElseThrow(() -> new IllegalStateException("there is no problem " + code));
  }

  Example example() {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:problem-type:slotkeeper:" + code.text());
    problem.put("title", code.title());
    problem.put("status", code.status());
    problem.put("detail", text.detail());
    problem.put("instance", "/api/path/of/the/request");
    problem.put("code", code.text());
    problem.putAll(text.members());
    return new Example().summary(code.title()).value(problem);
  }
}
