package io.slotkeeper.platform.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;

/**
 * Of what is observed only HTTP makes spans: else each rule of access and each look into the cache
 * would be one. Everything else is measured as before, for which it needs an empty context.
 */
final class WithoutSpans extends DefaultTracingObservationHandler {

  WithoutSpans(Tracer tracer) {
    super(tracer);
  }

  @Override
  public void onStart(Observation.Context context) {
    context.put(TracingContext.class, new TracingContext());
  }

  @Override
  public void onEvent(Observation.Event event, Observation.Context context) {
    // No span.
  }

  @Override
  public void onError(Observation.Context context) {
    // No span.
  }

  @Override
  public void onScopeOpened(Observation.Context context) {
    // No span.
  }

  @Override
  public void onScopeClosed(Observation.Context context) {
    // No span.
  }

  @Override
  public void onStop(Observation.Context context) {
    // No span.
  }
}
