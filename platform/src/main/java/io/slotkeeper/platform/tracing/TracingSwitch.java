package io.slotkeeper.platform.tracing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all of Spring Boot's tracing unless {@value #SWITCH} is true. Spring Boot itself would
 * only not send the spans: it would still make them.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {
  static final String SWITCH = "management.tracing.export.enabled";

  /** Axon's would ask a global that nobody sets; logs are not sent anywhere by the services. */
  private static final Set<String> NEVER =
      Set.of(
          "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration");

  private boolean on;

  @Override
  public void setEnvironment(Environment environment) {
    on = environment.getProperty(SWITCH, Boolean.class, false);
  }

  @Override
  public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
    var wanted = new boolean[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      var candidate = candidates[i];
      wanted[i] =
          candidate == null || (!NEVER.contains(candidate) && (on || !isOfTracing(candidate)));
    }
    return wanted;
  }

  private static boolean isOfTracing(String candidate) {
    return candidate.startsWith("org.springframework.boot.opentelemetry.")
        || candidate.startsWith("org.springframework.boot.micrometer.tracing.");
  }
}
