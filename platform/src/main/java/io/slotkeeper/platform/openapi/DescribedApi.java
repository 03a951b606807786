package io.slotkeeper.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Joins what springdoc has derived from the code with the words about it. An endpoint without words
 * and words without an endpoint are refused, so neither can be forgotten.
 */
final class DescribedApi implements OpenApiCustomizer {
  private static final List<HttpMethod> ORDER =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final ApiTexts texts;

  DescribedApi(ApiTexts texts) {
    this.texts = texts;
  }

  @Override
  public void customise(OpenAPI api) {
    var remaining = new LinkedHashMap<>(texts.operations());
    var codes = new TreeSet<String>();
    var paths = new Paths();
    new TreeMap<>(api.getPaths())
        .forEach(
            (path, item) -> {
              var ordered = new PathItem();
              for (var method : ORDER) {
                var operation = item.readOperationsMap().get(method);
                if (operation != null) {
                  var described = remaining.remove(method + " " + path);
                  codes.addAll(describe(api, method, path, operation, described));
                  ordered.operation(method, operation);
                }
              }
              paths.addPathItem(path, ordered);
            });
    if (!remaining.isEmpty()) {
      throw new IllegalStateException("There are no endpoints for " + remaining.keySet());
    }
    api.setPaths(paths);
    api.setTags(tags());
    addComponents(api.getComponents(), codes);
  }

  private Set<String> describe(
      OpenAPI api,
      HttpMethod method,
      String path,
      Operation operation,
      ApiTexts.@Nullable Described described) {
    if (described == null) {
      throw new IllegalStateException(
          "Nothing is said in openapi/ of %s %s".formatted(method, path));
    }
    try {
      return new DescribedOperation(texts, api, method.name(), path, described).describe(operation);
    } catch (RuntimeException e) {
      throw new IllegalStateException("%s %s".formatted(method, path), e);
    }
  }

  private List<Tag> tags() {
    return texts.features().stream()
        .map(feature -> new Tag().name(feature.tag()).description(feature.about()))
        .toList();
  }

  private void addComponents(Components components, Set<String> codes) {
    texts
        .schemas()
        .forEach((name, tree) -> components.addSchemas(name, Trees.read(tree, Schema.class)));
    components.setSchemas(new LinkedHashMap<>(new TreeMap<>(components.getSchemas())));
    texts
        .parameters()
        .forEach((name, tree) -> components.addParameters(name, Trees.read(tree, Parameter.class)));
    texts
        .headers()
        .forEach((name, tree) -> components.addHeaders(name, Trees.read(tree, Header.class)));
    for (var code : codes) {
      components.addExamples(code, texts.problem(code).example());
    }
    var webhook = texts.operations().values().stream();
    if (webhook.anyMatch(each -> "signature".equals(each.text().security()))) {
      components.addSecuritySchemes(
          "signature",
          new SecurityScheme()
              .type(SecurityScheme.Type.APIKEY)
              .in(SecurityScheme.In.HEADER)
              .name("X-Hub-Signature-256")
              .description("HMAC-SHA256 of the raw body with the app secret, as Meta signs it"));
    }
  }

  static Example valued(Object value) {
    return new Example().value(value);
  }

  static Map<String, Object> copy(Map<String, Object> given) {
    return new LinkedHashMap<>(given);
  }
}
