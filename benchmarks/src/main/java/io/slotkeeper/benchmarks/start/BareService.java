package io.slotkeeper.benchmarks.start;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The application that a service would be without Axon and without our code: the same libraries,
 * settings and migrations, and all that Spring Boot makes of them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BareController.class)
public class BareService {
  /** With what the services leave out themselves, whose list this one takes the place of. */
  private static final List<String> LEFT_OUT =
      List.of(
          "org.axonframework.",
          "io.slotkeeper.",
          "io.sentry.",
          "org.springframework.boot.security.autoconfigure.UserDetailsService");

  /** Starts it in this JVM. */
  public static void main(String[] arguments) {
    var unused =
        new SpringApplicationBuilder(BareService.class)
            .bannerMode(Banner.Mode.OFF)
            .properties(Map.of("spring.config.name", "command-service"))
            .run(
                Stream.concat(
                        Stream.of("--spring.autoconfigure.exclude=" + String.join(",", leftOut())),
                        Stream.of(arguments))
                    .toArray(String[]::new));
  }

  private static List<String> leftOut() {
    var all = ImportCandidates.load(AutoConfiguration.class, BareService.class.getClassLoader());
    return StreamSupport.stream(all.spliterator(), false)
        .filter(name -> LEFT_OUT.stream().anyMatch(name::startsWith))
        .toList();
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
  }
}
