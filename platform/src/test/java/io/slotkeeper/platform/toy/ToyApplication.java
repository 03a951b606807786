package io.slotkeeper.platform.toy;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What is auto-configured, and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ToyApplication {

  @Bean
  EventNames eventNames() {
    return Toys.names();
  }
}
