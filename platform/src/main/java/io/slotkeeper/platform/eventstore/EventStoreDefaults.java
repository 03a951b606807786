package io.slotkeeper.platform.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Gives both services the settings that Axon needs on PostgreSQL, below everything they set. */
class EventStoreDefaults implements EnvironmentPostProcessor {

  private static final ClassPathResource DEFAULTS =
      new ClassPathResource("event-store-defaults.properties", EventStoreDefaults.class);

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> defaults = new HashMap<>();
    load().forEach((key, value) -> defaults.put(key.toString(), value));
    PropertySource<?> given =
        environment.getPropertySources().get(DefaultPropertiesPropertySource.NAME);
    if (given instanceof MapPropertySource map) {
      defaults.keySet().removeAll(map.getSource().keySet());
    }
    // Axon reads this one, which spares the log an advertisement, from the system alone.
    System.getProperties().putIfAbsent("disable-axoniq-console-message", "true");
    DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
  }

  private static Properties load() {
    try {
      return PropertiesLoaderUtils.loadProperties(DEFAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
