package io.slotkeeper.platform.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/**
 * Traces: HTTP requests begin them, Axon's spans go on with them. Before all of which would put
 * something in the place of what is here.
 */
@AutoConfiguration(
    before = {
      OpenTelemetryTracingAutoConfiguration.class,
      MicrometerTracingAutoConfiguration.class,
      AxonTracingAutoConfiguration.class
    })
@ConditionalOnBooleanProperty(TracingSwitch.SWITCH)
class TracingAutoConfiguration {

  @Bean
  SpanFactory spanFactory(OpenTelemetry telemetry) {
    return new ContinuedTraces(
        OpenTelemetrySpanFactory.builder()
            .tracer(telemetry.getTracer("io.slotkeeper"))
            .contextPropagators(W3CTraceContextPropagator.getInstance())
            .build());
  }

  /** Whoever spans are sent to, they are scrubbed. */
  @Bean
  SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(
        exporters.orderedStream().<SpanExporter>map(ScrubbedSpans::new).toList());
  }

  @Bean
  DefaultTracingObservationHandler withoutSpans(Tracer tracer) {
    return new WithoutSpans(tracer);
  }

  /** What we call over HTTP belongs to others, who are not told the trace. */
  @Bean
  @Order(MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER)
  PropagatingSenderTracingObservationHandler<ClientRequestObservationContext> clientSpans(
      Tracer tracer) {
    return new PropagatingSenderTracingObservationHandler<>(tracer, Propagator.NOOP) {
      @Override
      public boolean supportsContext(Observation.Context context) {
        return context instanceof ClientRequestObservationContext;
      }
    };
  }
}
