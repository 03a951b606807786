package io.slotkeeper.platform.metrics;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.monitoring.MessageMonitor;

/**
 * Counts what was handled when that is committed. Axon reports it before, and a batch that is then
 * rolled back would be counted once more. What a processor has no handler for is not counted, or
 * each would have a series for every type.
 */
final class CommittedEvents implements MessageMonitor<EventMessage<?>> {
  private final MessageMonitor<? super EventMessage<?>> counters;

  CommittedEvents(MessageMonitor<? super EventMessage<?>> counters) {
    this.counters = counters;
  }

  @Override
  public MonitorCallback onMessageIngested(EventMessage<?> event) {
    return new MonitorCallback() {
      @Override
      public void reportSuccess() {
        if (CurrentUnitOfWork.isStarted()) {
          CurrentUnitOfWork.get().afterCommit(committed -> succeeded());
        } else {
          succeeded();
        }
      }

      private void succeeded() {
        counters.onMessageIngested(event).reportSuccess();
      }

      @Override
      public void reportFailure(Throwable cause) {
        counters.onMessageIngested(event).reportFailure(cause);
      }

      @Override
      public void reportIgnored() {
        // It does not concern this processor.
      }
    };
  }
}
