package io.slotkeeper.command.saga;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManagerSpanFactory;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.SpanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SagaConfiguration {

  @Bean
  PatientDeadlines deadlineManager(
      Scheduler scheduler,
      org.axonframework.config.Configuration axon,
      @Qualifier("eventSerializer") Serializer serializer,
      TransactionManager transactionManager,
      DeadlineManagerSpanFactory deadlineSpans,
      SpanFactory spans,
      List<CorrelationDataProvider> correlations) {
    // Before the handlers of commands go, without which a deadline that fires would be put off.
    axon.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, scheduler::pause);
    var deadlines =
        new PatientDeadlines(
            DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactionManager)
                .spanFactory(deadlineSpans)
                .startScheduler(false)
                .stopScheduler(false));
    // Axon does both for commands and events, and neither here.
    deadlines.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlations));
    deadlines.registerDispatchInterceptor(
        scheduled -> (index, deadline) -> spans.propagateContext(deadline));
    return deadlines;
  }
}
