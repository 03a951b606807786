package io.slotkeeper.platform.toy;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What is auto-configured, and what that asks of every service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ToyApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  EventNames eventNames() {
    return Toys.names();
  }
}
