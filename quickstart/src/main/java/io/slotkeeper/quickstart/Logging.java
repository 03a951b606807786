package io.slotkeeper.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Little is said unless the user asks for more by {@code LOGGING_LEVEL_…}. */
final class Logging {

  private static final Map<String, LogLevel> LEVELS =
      Map.of(
          LoggingSystem.ROOT_LOGGER_NAME,
          LogLevel.WARN,
          // These warn of what is meant to be so: empty schemas, an API that describes itself, and
          // a master key in the database.
          "org.flywaydb.core.internal.sqlscript",
          LogLevel.ERROR,
          "org.springdoc.core.events",
          LogLevel.ERROR,
          "io.slotkeeper.platform.privacy",
          LogLevel.ERROR,
          "io.zonky.test.db.postgres",
          LogLevel.ERROR);

  /** Lines look as those of the services do, so that nobody who calls can make one up. */
  private static final List<PropertySource<?>> PLATFORM = platform();

  private Logging() {}

  private static List<PropertySource<?>> platform() {
    try {
      return new YamlPropertySourceLoader()
          .load("platform", new ClassPathResource("slotkeeper-platform.yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Once, before the services: they start at the same time, and each would add its own output. */
  static void begin() {
    var environment = new StandardEnvironment();
    PLATFORM.forEach(environment.getPropertySources()::addLast);
    var logFile = LogFile.get(environment);
    var system = LoggingSystem.get(Logging.class.getClassLoader());
    system.getSystemProperties(environment).apply(logFile);
    system.beforeInitialize();
    system.initialize(new LoggingInitializationContext(environment), null, logFile);
    LEVELS.forEach(system::setLogLevel);
  }

  /** The same levels below everything that a service or the user sets. */
  static String[] defaults() {
    return Stream.concat(
            Stream.of("spring.main.banner-mode=off"),
            LEVELS.entrySet().stream()
                .map(level -> "logging.level.%s=%s".formatted(level.getKey(), level.getValue())))
        .toArray(String[]::new);
  }
}
