package io.slotkeeper.command;

import io.slotkeeper.platform.web.WebEdge;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the service that decides. */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {
      "io.slotkeeper.command.business",
      "io.slotkeeper.command.slot",
      "io.slotkeeper.command.booking",
      "io.slotkeeper.command.customer",
      "io.slotkeeper.command.notification",
      "io.slotkeeper.command.http"
    })
@ConfigurationPropertiesScan("io.slotkeeper.command.http")
@Import({CommandHandling.class, WebEdge.class})
public final class CommandServiceApplication {
  /** Runs the service by itself. */
  public static void main(String[] args) {
    builder().run(args);
  }

  /** The service under its own configuration name, to be run with settings on top of it. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(CommandServiceApplication.class)
        .main(CommandServiceApplication.class)
        .properties("spring.config.name=command-service");
  }
}
