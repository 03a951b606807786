package io.slotkeeper.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

/** Everything that decides, without the web edge. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
    basePackages = {
      "io.slotkeeper.command.business",
      "io.slotkeeper.command.slot",
      "io.slotkeeper.command.booking",
      "io.slotkeeper.command.customer",
      "io.slotkeeper.command.notification",
      "io.slotkeeper.command.origin",
      "io.slotkeeper.command.privacy",
      "io.slotkeeper.command.saga"
    },
    excludeFilters = @Filter(Controller.class))
@Import({
  AnswerConfiguration.class,
  GatewayCommands.class,
  HotSpotGate.class,
  EventConfiguration.class,
  TaskConfiguration.class
})
public class CommandHandling {}
