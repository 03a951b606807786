package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.ApiTexts.Described;
import io.slotkeeper.platform.openapi.FeatureText.OperationText;
import io.slotkeeper.platform.openapi.ServiceText.AnswerText;
import io.slotkeeper.platform.openapi.ServiceText.Convention;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One operation of the document. */
final class DescribedOperation {
  private static final String JSON = "application/json";

  private final ApiTexts texts;
  private final OpenAPI api;
  private final Described described;
  private final OperationText text;
  private final String method;
  private final String path;

  DescribedOperation(ApiTexts texts, OpenAPI api, String method, String path, Described described) {
    this.texts = texts;
    this.api = api;
    this.described = described;
    this.text = described.text();
    this.method = method;
    this.path = path;
  }

  /** Describes it, and answers the codes of all its problems. */
  Set<String> describe(Operation operation) {
    operation.setOperationId(text.id());
    operation.setTags(List.of(described.tag()));
    operation.setSummary(text.summary());
    operation.setDescription(words());
    operation.addExtension("x-callers", text.who());
    operation.setSecurity(security());
    describeBody(operation);
    var conventions = texts.conventions(method, path, operation.getRequestBody() != null).toList();
    operation.setParameters(parameters(operation, conventions));
    var codes = codes(conventions);
    operation.setResponses(answers(operation.getResponses(), conventions, codes));
    return codes;
  }

  private String words() {
    var who = "May be called by: %s.".formatted(String.join(", ", text.who()));
    return text.description() == null ? who : text.description().strip() + "\n\n" + who;
  }

  private List<SecurityRequirement> security() {
    if (text.security() != null) {
      return List.of(new SecurityRequirement().addList(text.security()));
    }
    var bearer = new SecurityRequirement().addList(OpenApiConfiguration.BEARER);
    return text.who().contains("anyone")
        ? List.of(new SecurityRequirement(), bearer)
        : List.of(bearer);
  }

  private void describeBody(Operation operation) {
    if (text.bodySchema() != null) {
      operation.setRequestBody(
          new RequestBody()
              .required(true)
              .content(content(JSON, Trees.read(text.bodySchema(), Schema.class))));
    }
    var body = operation.getRequestBody();
    if ((body == null) != text.bodies().isEmpty()) {
      throw new IllegalStateException("Each body has examples, and they have a body");
    }
    if (body != null) {
      var media = body.getContent().values().iterator().next();
      text.bodies().forEach((name, value) -> media.addExamples(name, DescribedApi.valued(value)));
      body.setContent(new Content().addMediaType(JSON, media));
      new ClosedBodies(api.getComponents().getSchemas()).close(media.getSchema());
    }
  }

  private List<Parameter> parameters(Operation operation, List<Convention> conventions) {
    var all = new LinkedHashMap<String, Parameter>();
    var given =
        operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
    var mine = new ArrayList<>(text.parameters().keySet());
    for (var parameter : given) {
      all.put(parameter.getName(), parameter(parameter));
      mine.remove(parameter.getName());
    }
    if (!mine.isEmpty()) {
      throw new IllegalStateException("There are no parameters " + mine);
    }
    for (var convention : conventions) {
      convention.parameters().forEach(name -> all.putIfAbsent(name, reference(name)));
    }
    return new ArrayList<>(all.values());
  }

  private Parameter parameter(Parameter derived) {
    var own = text.parameters().get(derived.getName());
    if (own == null) {
      return reference(derived.getName());
    }
    var tree = DescribedApi.copy(own);
    tree.putIfAbsent("name", derived.getName());
    tree.putIfAbsent("in", derived.getIn());
    tree.putIfAbsent("required", derived.getRequired());
    return Trees.read(tree, Parameter.class);
  }

  private Parameter reference(String name) {
    if (!texts.parameters().containsKey(name)) {
      throw new IllegalStateException("Nothing is said of the parameter " + name);
    }
    return new Parameter().$ref("#/components/parameters/" + name);
  }

  private Set<String> codes(List<Convention> conventions) {
    var codes = new TreeSet<>(text.errors());
    conventions.forEach(convention -> codes.addAll(convention.errors()));
    for (var code : text.without()) {
      if (!codes.remove(code)) {
        throw new IllegalStateException(code + " cannot happen anyway");
      }
    }
    return codes;
  }

  private ApiResponses answers(
      ApiResponses derived, List<Convention> conventions, Set<String> codes) {
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
          answers.put(status, withHeaders(answer(derived, status, answer), headers));
        });
    var byStatus = new TreeMap<Integer, List<String>>();
    codes.forEach(
        code ->
            byStatus
                .computeIfAbsent(
                    new ProblemExample(code, texts.problem(code)).status(),
                    none -> new ArrayList<>())
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
    codes.forEach(code -> headers.addAll(texts.problem(code).headers()));
    headers.addAll(always);
    return headers;
  }

  private static ApiResponse withHeaders(ApiResponse response, Set<String> names) {
    for (var name : names) {
      response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
    return response;
  }

  private static ApiResponse answer(ApiResponses derived, String status, AnswerText answer) {
    var response = new ApiResponse().description(answer.description());
    var schema = schema(derived, status, answer);
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

  private static @Nullable Schema<?> schema(
      ApiResponses derived, String status, AnswerText answer) {
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

  private static Content content(String media, Schema<?> schema) {
    return new Content().addMediaType(media, new MediaType().schema(schema));
  }
}
