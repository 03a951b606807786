package io.slotkeeper.command;

import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

  @Bean
  SmartInitializingSingleton answersOfCommands(CommandBus bus) {
    return () -> bus.registerHandlerInterceptor(new Answering.Interceptor());
  }
}
