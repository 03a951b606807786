package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.errors.ReportedErrors;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.tracing.ProcessorSpans;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Pooled processors that stop at an error, with our batch size and segments.
 *
 * <p>These are applied here and not registered as Axon's default configuration, because a
 * registered one takes from sagas that they begin at the head of the stream.
 */
public final class EventProcessing extends EventProcessingModule {

  private final PooledStreamingProcessorConfiguration defaults;
  private final Map<String, EventHandlerInvoker> invokers = new ConcurrentHashMap<>();
  private final Failures failures;
  private final EventNames names;

  EventProcessing(EventStoreSettings settings, EventNames names, ErrorReports reports) {
    this.names = names;
    this.failures = new Failures(new ReportedErrors(reports));
    this.defaults =
        (configuration, builder) ->
            builder
                .batchSize(settings.processorBatchSize())
                .initialSegmentCount(settings.processorSegments())
                .tokenClaimInterval(settings.tokenClaimInterval().toMillis())
                .claimExtensionThreshold(claimExtension(settings));
    usingPooledStreamingEventProcessors();
    registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
    registerDefaultErrorHandler(c -> failures);
    registerDefaultHandlerInterceptor((c, processor) -> failures.endingFor(processor));
  }

  /**
   * A segment stores how far it is only with events of its own, or when it extends its claim. Where
   * there are several, whoever waits for all of them would wait for that.
   */
  private static long claimExtension(EventStoreSettings settings) {
    return settings.processorSegments() > 1 ? 50 : 5000;
  }

  /**
   * Whether the processors of this node run and can handle what they find. Axon's own {@code
   * isError} says nothing of that, and stays as it is where another node has taken the segments.
   */
  public boolean follows(String processor) {
    return eventProcessor(processor)
        .filter(found -> found.isRunning() && !failures.has(processor))
        .isPresent();
  }

  /**
   * Tells what was read of a processor, so that a failure ends where another node has handled what
   * this one could not.
   *
   * @param oldest how long the oldest event has waited that it has not handled; zero where none
   *     does
   * @param readAt when that was read, by {@link System#nanoTime()}
   */
  public void hasRead(String processor, Duration oldest, long readAt) {
    failures.endIfHandled(processor, oldest, readAt);
  }

  /** Whether events of this type concern a processor at all. */
  public boolean handles(String processor, Class<?> event) {
    var invoker = invokers.get(processor);
    return invoker != null && handles(invoker, event);
  }

  @Override
  protected EventProcessor pooledStreamingEventProcessor(
      String name,
      EventHandlerInvoker eventHandlerInvoker,
      Configuration config,
      StreamableMessageSource<TrackedEventMessage<?>> messageSource,
      PooledStreamingProcessorConfiguration processorConfiguration) {
    invokers.put(name, eventHandlerInvoker);
    PooledStreamingProcessorConfiguration named =
        psepConfigs.getOrDefault(name, PooledStreamingProcessorConfiguration.noOp());
    return super.pooledStreamingEventProcessor(
        name,
        eventHandlerInvoker,
        config,
        new UnknownEventStop(
            messageSource,
            name,
            names,
            type -> handles(eventHandlerInvoker, type),
            () -> failures.add(name)),
        defaults
            .andThen(
                (configuration, builder) ->
                    builder.spanFactory(new ProcessorSpans(name, configuration.spanFactory())))
            .andThen(named)
            .andThen(processorConfiguration));
  }

  /** A saga's invoker answers by the message alone. */
  private static boolean handles(EventHandlerInvoker invoker, Class<?> type) {
    return invoker.canHandleType(type)
        && invoker.canHandle(
            new GenericDomainEventMessage<>(
                "",
                "",
                0,
                new GenericMessage<>(type, null, MetaData.emptyInstance()),
                () -> Instant.EPOCH),
            Segment.ROOT_SEGMENT);
  }
}
