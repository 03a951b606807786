package io.slotkeeper.quickstart;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One of the two services in a Spring context of its own. */
record Service(ConfigurableApplicationContext context) {

  static Service start(
      SpringApplicationBuilder application,
      ServicePorts ports,
      Map<String, String> settings,
      Map<String, String> defaults,
      Optional<Clock> clock) {
    String[] arguments =
        Stream.concat(
                settings.entrySet().stream()
                    .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue())),
                ports.arguments())
            .toArray(String[]::new);
    try {
      return new Service(
          application
              .properties(Logging.defaults())
              .properties(new HashMap<>(defaults))
              .registerShutdownHook(false)
              .initializers(at(clock))
              .run(arguments));
    } catch (RuntimeException e) {
      throw portInUse(e).<RuntimeException>map(ports::taken).orElse(e);
    }
  }

  URI url() {
    return url("local.server.port");
  }

  /** Where its metrics and health are; fails where it has no such port. */
  URI managementUrl() {
    return url("local.management.port");
  }

  private URI url(String port) {
    return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty(port));
  }

  private static ApplicationContextInitializer<GenericApplicationContext> at(
      Optional<Clock> clock) {
    return context ->
        clock.ifPresent(
            given ->
                context.registerBean(
                    "clockOfQuickstart", Clock.class, () -> given, bean -> bean.setPrimary(true)));
  }

  private static Optional<PortInUseException> portInUse(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(PortInUseException.class::isInstance)
        .map(PortInUseException.class::cast)
        .findFirst();
  }
}
