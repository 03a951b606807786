package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.MessageCountingMonitor;
import org.axonframework.micrometer.MessageTimerMonitor;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.MultiMessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;

/**
 * Axon's own meters under the names that events have in the store. Put together here and not by
 * Axon, whose own set has a timer with six percentiles and a sliding window of ten minutes for each
 * processor and each type, also for those that it does not handle.
 */
final class MessageMetrics implements ConfigurerModule {
  /** What Axon registers beside, which would always be nothing or say the same again. */
  static final Set<String> SUPERFLUOUS =
      Set.of(
          "commandBus.ignoredTimer",
          "eventProcessor.allTimer",
          "eventProcessor.ignoredTimer",
          "eventProcessor.ignoredCounter",
          "eventProcessor.ingestedCounter",
          "eventStore.ignoredCounter",
          "eventStore.ingestedCounter",
          "eventStore.processedCounter");

  private static final String PROCESSORS = "eventProcessor";

  private final MeterRegistry meters;
  private final EventNames names;

  MessageMetrics(MeterRegistry meters, EventNames names) {
    this.meters = meters;
    this.names = names;
  }

  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureMessageMonitor(configuration -> this::monitor);
  }

  private MessageMonitor<Message<?>> monitor(Class<?> component, String name) {
    if (EventProcessor.class.isAssignableFrom(component)) {
      return ofEvents(processor(Tag.of("processorName", name)));
    }
    if (EventBus.class.isAssignableFrom(component)) {
      return MessageCountingMonitor.buildMonitor(name, meters, this::payload);
    }
    if (CommandBus.class.isAssignableFrom(component)) {
      return timer(name, this::payload);
    }
    return NoOpMessageMonitor.instance();
  }

  private MessageMonitor<EventMessage<?>> processor(Tag name) {
    Function<Message<?>, Iterable<Tag>> tags = event -> payload(event).and(name);
    return new LiveEvents(
        new MultiMessageMonitor<>(
            timer(PROCESSORS, event -> Tags.of(name)),
            new NewestLatency(meters, name),
            new CommittedEvents(MessageCountingMonitor.buildMonitor(PROCESSORS, meters, tags))));
  }

  private MessageTimerMonitor timer(String prefix, Function<Message<?>, Iterable<Tag>> tags) {
    return MessageTimerMonitor.builder()
        .meterNamePrefix(prefix)
        .meterRegistry(meters)
        .tagsBuilder(tags)
        .timerCustomization(timer -> timer.publishPercentiles())
        .build();
  }

  private Tags payload(Message<?> message) {
    var type = message.getPayloadType();
    return Tags.of(
        "payloadType", names.ofType(type).map(EventName::name).orElseGet(type::getSimpleName));
  }

  /** Axon gives each component messages of the kind that it is for. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static MessageMonitor<Message<?>> ofEvents(MessageMonitor<EventMessage<?>> monitor) {
    return (MessageMonitor) monitor;
  }
}
