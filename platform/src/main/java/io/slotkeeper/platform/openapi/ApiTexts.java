package io.slotkeeper.platform.openapi;

import io.slotkeeper.platform.openapi.FeatureText.OperationText;
import io.slotkeeper.platform.openapi.ServiceText.Convention;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words and examples of a service's document, from {@code openapi/shared} and {@code
 * openapi/<service>} on the class path: {@code service.yaml} says what holds for many operations,
 * every other file describes those of a feature.
 *
 * @param about the service alone
 */
record ApiTexts(ServiceText about, List<ServiceText> services, List<FeatureText> features) {
  private static final String SERVICE_FILE = "service.yaml";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  static ApiTexts of(String service) {
    var services = new ArrayList<ServiceText>();
    var features = new ArrayList<FeatureText>();
    for (var folder : List.of("shared", service)) {
      for (var file : files(folder)) {
        if (SERVICE_FILE.equals(file.getFilename())) {
          services.add(read(file, ServiceText.class));
        } else {
          features.add(read(file, FeatureText.class));
        }
      }
    }
    return new ApiTexts(services.getLast(), List.copyOf(services), List.copyOf(features));
  }

  /** Whether there is more than what all services share. */
  boolean isOfService() {
    return services.size() > 1;
  }

  private static List<Resource> files(String folder) {
    try {
      var pattern = "classpath*:/openapi/%s/*.yaml".formatted(folder);
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
          .sorted((one, other) -> name(one).compareTo(name(other)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Resource file) {
    return String.valueOf(file.getFilename());
  }

  private static <T> T read(Resource file, Class<T> type) {
    try (InputStream text = file.getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text);
      return JSON.convertValue(tree, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /** All operations with the feature that each belongs to. */
  Map<String, Described> operations() {
    var all = new LinkedHashMap<String, Described>();
    for (var feature : features) {
      feature
          .operations()
          .forEach((call, text) -> all.put(call, new Described(feature.tag(), text)));
    }
    return all;
  }

  /** An operation and the name of its feature. */
  record Described(String tag, OperationText text) {}

  Stream<Convention> conventions(String method, String path, boolean hasBody) {
    return services.stream()
        .flatMap(service -> service.conventions().stream())
        .filter(convention -> convention.holdsFor(method, path, hasBody));
  }

  Map<String, Map<String, Object>> parameters() {
    return merged(ServiceText::parameters);
  }

  Map<String, Map<String, Object>> headers() {
    return merged(ServiceText::headers);
  }

  Map<String, Map<String, Object>> schemas() {
    return merged(ServiceText::schemas);
  }

  ProblemExample problem(String code) {
    return Optional.ofNullable(merged(ServiceText::problems).get(code))
        .map(text -> ProblemExample.of(code, text))
        .orElseThrow(() -> new IllegalStateException("nothing is said of the problem " + code));
  }

  private <T> Map<String, T> merged(Function<ServiceText, Map<String, T>> part) {
    var all = new LinkedHashMap<String, T>();
    services.forEach(service -> all.putAll(part.apply(service)));
    return all;
  }
}
