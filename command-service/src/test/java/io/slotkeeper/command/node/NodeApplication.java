package io.slotkeeper.command.node;

import io.slotkeeper.api.Ids;
import io.slotkeeper.command.CommandHandling;
import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.security.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Everything that decides, and nothing of the web. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandHandling.class)
class NodeApplication {

  @Bean
  Ids ids(Clock clock) {
    return new Ids(clock, new SecureRandom());
  }

  @Bean
  Secrets secrets() {
    return Secrets.create();
  }

  @Bean
  Signatures signatures() {
    return new Signatures("the secret of nodes without an edge".getBytes(StandardCharsets.UTF_8));
  }
}
