package io.slotkeeper.platform.eventstore;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Gives the segments of a node that is told to stop to the others at once. Axon would do so only
 * after the last request has ended, which may take as long as a stop may take at all.
 */
final class SegmentRelease implements ApplicationListener<ContextClosedEvent> {

  private final ApplicationContext context;
  private final ObjectProvider<EventProcessingConfiguration> processing;

  SegmentRelease(
      ApplicationContext context, ObjectProvider<EventProcessingConfiguration> processing) {
    this.context = context;
    this.processing = processing;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    // The end of the management port's own context is announced here too.
    if (event.getApplicationContext() == context) {
      processing.ifAvailable(known -> known.eventProcessors().values().forEach(this::release));
    }
  }

  private void release(EventProcessor processor) {
    // Axon waits for its end later, when it stops itself.
    var unused = processor.shutdownAsync();
  }
}
