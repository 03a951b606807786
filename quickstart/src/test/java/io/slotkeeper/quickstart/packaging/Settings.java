package io.slotkeeper.quickstart.packaging;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** The names of all settings, as environment variables: Spring Boot's own and ours. */
record Settings(Set<String> variables) {
  static Settings known() throws IOException {
    var known = new HashSet<String>();
    for (URL metadata :
        Collections.list(
            Settings.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (var stream = metadata.openStream()) {
        JsonMapper.shared()
            .readTree(stream)
            .path("properties")
            .forEach(property -> known.add(variable(property.path("name").asString(""))));
      }
    }
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (var found : scanner.findCandidateComponents("io.slotkeeper")) {
      var type =
          ClassUtils.resolveClassName(
              String.valueOf(found.getBeanClassName()), Settings.class.getClassLoader());
      var settings =
          AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
      if (settings != null && type.isRecord()) {
        names(settings.value(), type).map(Settings::variable).forEach(known::add);
      }
    }
    return new Settings(known);
  }

  private static Stream<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                component.getType().isRecord()
                    ? names(prefix + "." + component.getName(), component.getType())
                    : Stream.of(prefix + "." + component.getName()));
  }

  /** Spring Boot's rule: dots are underscores, dashes are left out. */
  private static String variable(String property) {
    return ConfigurationPropertyName.adapt(property, '.')
        .toString()
        .replace("-", "")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }
}
