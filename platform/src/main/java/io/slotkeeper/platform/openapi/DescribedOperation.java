package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.ApiTexts.Described;
import io.slotkeeper.platform.openapi.FeatureText.OperationText;
import io.slotkeeper.platform.openapi.ServiceText.Convention;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One operation of the document. */
final class DescribedOperation {
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
    operation.setResponses(
        new DescribedAnswers(texts, operation.getResponses()).of(text, conventions, codes));
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
              .content(DescribedAnswers.json(Trees.read(text.bodySchema(), Schema.class))));
    }
    var body = operation.getRequestBody();
    if ((body == null) != text.bodies().isEmpty()) {
      throw new IllegalStateException("Each body has examples, and they have a body");
    }
    if (body != null) {
      var media = body.getContent().values().iterator().next();
      text.bodies().forEach((name, value) -> media.addExamples(name, DescribedApi.valued(value)));
      body.setContent(new Content().addMediaType(DescribedAnswers.JSON, media));
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
}
