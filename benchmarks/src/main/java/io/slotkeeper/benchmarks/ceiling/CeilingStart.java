package io.slotkeeper.benchmarks.ceiling;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a ceiling with the services' own settings of Tomcat, pool and threads. */
final class CeilingStart {

  /** Answers when the program is ready. */
  static final String READY = "/ready";

  private CeilingStart() {}

  static void run(Class<?> program, String[] arguments) {
    var unused =
        new SpringApplicationBuilder(program)
            .bannerMode(Banner.Mode.OFF)
            .properties(Map.of("spring.config.import", "classpath:slotkeeper-platform.yml"))
            .run(arguments);
  }
}
