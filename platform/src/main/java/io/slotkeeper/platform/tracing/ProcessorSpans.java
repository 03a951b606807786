package io.slotkeeper.platform.tracing;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanFactory;

/**
 * An event that a processor handles is a span in the trace in which it was published, however much
 * later that is. A replay makes no spans.
 */
public final class ProcessorSpans implements EventProcessorSpanFactory {
  private final String processor;
  private final SpanFactory spans;

  /** The spans of the processor of this name. */
  public ProcessorSpans(String processor, SpanFactory spans) {
    this.processor = processor;
    this.spans = spans;
  }

  @Override
  public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
    return NoOpSpan.INSTANCE;
  }

  @Override
  public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
    return ReplayToken.isReplay(event)
        ? NoOpSpan.INSTANCE
        : spans.createChildHandlerSpan(
            () -> "EventProcessor[%s].process".formatted(processor), event);
  }
}
