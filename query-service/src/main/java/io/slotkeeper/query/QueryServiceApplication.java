package io.slotkeeper.query;

import io.slotkeeper.platform.web.WebEdge;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service that answers; it may start before the one that decides. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(WebEdge.class)
public class QueryServiceApplication {
  /** The application with its own configuration file, so that it can share a class path. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(QueryServiceApplication.class)
        .properties("spring.config.name=query-service");
  }

  /** Runs it alone. */
  public static void main(String[] args) {
    builder().run(args);
  }
}
