package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.FeatureText.OperationText;
import io.slotkeeper.platform.openapi.ServiceText.AnswerText;
import io.slotkeeper.platform.openapi.ServiceText.Convention;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one operation: good ones with examples, and its problems, those of a status in
 * one.
 */
final class DescribedAnswers {
  static final String JSON = "application/json";

  private final ApiTexts texts;
  private final ApiResponses derived;

  /** Those that springdoc has derived tell the types of what is answered. */
  DescribedAnswers(ApiTexts texts, ApiResponses derived) {
    this.texts = texts;
    this.derived = derived;
  }

  /**
   * All answers of an operation.
   *
   * @param codes of its problems
   */
  ApiResponses of(OperationText text, List<Convention> conventions, Set<String> codes) {
    var answers = new TreeMap<String, ApiResponse>();
    var always = new LinkedHashSet<String>();
    var onSuccess = new LinkedHashSet<String>();
    var good = new LinkedHashMap<>(text.answers());
    for (var convention : conventions) {
      always.addAll(convention.headers());
      onSuccess.addAll(convention.successHeaders());
      good.putAll(convention.answers());
    }
    good.forEach(
        (status, answer) -> {
          var headers = new LinkedHashSet<>(answer.headers());
          headers.addAll(onSuccess);
          headers.addAll(always);
          answers.put(status, withHeaders(answer(status, answer), headers));
        });
    var byStatus = new TreeMap<Integer, List<String>>();
    codes.forEach(
        code ->
            byStatus
                .computeIfAbsent(texts.problem(code).code().status(), none -> new ArrayList<>())
                .add(code));
    byStatus.forEach(
        (status, each) ->
            answers.put(String.valueOf(status), withHeaders(problem(each), headers(each, always))));
    var responses = new ApiResponses();
    answers.forEach(responses::addApiResponse);
    return responses;
  }

  private Set<String> headers(List<String> codes, Set<String> always) {
    var headers = new LinkedHashSet<String>();
    codes.forEach(code -> headers.addAll(texts.problem(code).text().headers()));
    headers.addAll(always);
    return headers;
  }

  private static ApiResponse withHeaders(ApiResponse response, Set<String> names) {
    for (var name : names) {
      response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
    return response;
  }

  private ApiResponse answer(String status, AnswerText answer) {
    var response = new ApiResponse().description(answer.description());
    var schema = schema(status, answer);
    if (schema != null) {
      var media = answer.media() == null ? JSON : answer.media();
      var content = content(media, schema);
      if (answer.example() == null) {
        throw new IllegalStateException("The answer %s has no example".formatted(status));
      }
      var example = DescribedApi.valued(answer.example());
      content.values().forEach(each -> each.addExamples("answer", example));
      response.setContent(content);
    }
    return response;
  }

  private @Nullable Schema<?> schema(String status, AnswerText answer) {
    if (answer.schema() != null) {
      return Trees.read(answer.schema(), Schema.class);
    }
    if (!status.startsWith("2")) {
      return null;
    }
    return derived.values().stream()
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().values().stream())
        .map(MediaType::getSchema)
        .findFirst()
        .orElse(null);
  }

  private static ApiResponse problem(List<String> codes) {
    var narrowed = Map.<String, Object>of("properties", Map.of("code", Map.of("enum", codes)));
    var schema =
        Trees.read(
            Map.of("allOf", List.of(Map.of("$ref", "#/components/schemas/Problem"), narrowed)),
            Schema.class);
    var content = content("application/problem+json", schema);
    for (var code : codes) {
      content
          .values()
          .forEach(
              media ->
                  media.addExamples(code, new Example().$ref("#/components/examples/" + code)));
    }
    return new ApiResponse().description(String.join(", ", codes)).content(content);
  }

  static Content json(Schema<?> schema) {
    return content(JSON, schema);
  }

  private static Content content(String media, Schema<?> schema) {
    return new Content().addMediaType(media, new MediaType().schema(schema));
  }
}
