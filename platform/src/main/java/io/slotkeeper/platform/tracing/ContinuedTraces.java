package io.slotkeeper.platform.tracing;

import io.opentelemetry.api.trace.Span;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;

/**
 * Spans only within a trace that somebody has begun. Else whatever our own timers and the events
 * from before there were traces lead to would each begin one.
 */
final class ContinuedTraces implements SpanFactory {
  /** Key in metadata, as the W3C names it. */
  private static final String TRACE_PARENT = "traceparent";

  private final SpanFactory spans;

  ContinuedTraces(SpanFactory spans) {
    this.spans = spans;
  }

  /** For those who mean to begin one. */
  @Override
  public org.axonframework.tracing.Span createRootTrace(Supplier<String> name) {
    return spans.createRootTrace(name);
  }

  @Override
  public org.axonframework.tracing.Span createHandlerSpan(
      Supplier<String> name, Message<?> parent, boolean isChild, Message<?>... linked) {
    // Never linked, as Axon would do for deadlines: a trace of its own would be sampled by itself,
    // and so mostly lead to one that was not.
    return isInTrace() || parent.getMetaData().containsKey(TRACE_PARENT)
        ? spans.createHandlerSpan(name, parent, true, linked)
        : none();
  }

  @Override
  public org.axonframework.tracing.Span createDispatchSpan(
      Supplier<String> name, Message<?> parent, Message<?>... linked) {
    return isInTrace() ? spans.createDispatchSpan(name, parent, linked) : none();
  }

  @Override
  public org.axonframework.tracing.Span createInternalSpan(Supplier<String> name) {
    return isInTrace() ? spans.createInternalSpan(name) : none();
  }

  @Override
  public org.axonframework.tracing.Span createInternalSpan(
      Supplier<String> name, Message<?> message) {
    return isInTrace() ? spans.createInternalSpan(name, message) : none();
  }

  @Override
  public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
    spans.registerSpanAttributeProvider(provider);
  }

  @Override
  public <M extends Message<?>> M propagateContext(M message) {
    return isInTrace() ? spans.propagateContext(message) : message;
  }

  private static boolean isInTrace() {
    return Span.current().getSpanContext().isValid();
  }

  private static org.axonframework.tracing.Span none() {
    return NoOpSpanFactory.NoOpSpan.INSTANCE;
  }
}
