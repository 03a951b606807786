package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.errors.ReportedErrors;
import io.slotkeeper.platform.tracing.ProcessorSpans;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Pooled processors that stop at an error, with our batch size and segments.
 *
 * <p>These are applied here and not registered as Axon's default configuration, because a
 * registered one takes from sagas that they begin at the head of the stream.
 */
final class EventProcessing extends EventProcessingModule {

  private final PooledStreamingProcessorConfiguration defaults;

  EventProcessing(EventStoreSettings settings, ErrorReports reports) {
    this.defaults =
        (configuration, builder) ->
            builder
                .batchSize(settings.processorBatchSize())
                .initialSegmentCount(settings.processorSegments())
                .tokenClaimInterval(settings.tokenClaimInterval().toMillis())
                .claimExtensionThreshold(claimExtension(settings));
    usingPooledStreamingEventProcessors();
    registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
    registerDefaultErrorHandler(c -> new ReportedErrors(reports));
  }

  /**
   * A segment stores how far it is only with events of its own, or when it extends its claim. Where
   * there are several, whoever waits for all of them would wait for that.
   */
  private static long claimExtension(EventStoreSettings settings) {
    return settings.processorSegments() > 1 ? 50 : 5000;
  }

  @Override
  protected EventProcessor pooledStreamingEventProcessor(
      String name,
      EventHandlerInvoker eventHandlerInvoker,
      Configuration config,
      StreamableMessageSource<TrackedEventMessage<?>> messageSource,
      PooledStreamingProcessorConfiguration processorConfiguration) {
    PooledStreamingProcessorConfiguration named =
        psepConfigs.getOrDefault(name, PooledStreamingProcessorConfiguration.noOp());
    return super.pooledStreamingEventProcessor(
        name,
        eventHandlerInvoker,
        config,
        messageSource,
        defaults
            .andThen(
                (configuration, builder) ->
                    builder.spanFactory(new ProcessorSpans(name, configuration.spanFactory())))
            .andThen(named)
            .andThen(processorConfiguration));
  }
}
