package io.slotkeeper.quickstart.stories;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What both services say of the traces that stories ask for; nobody else's requests make spans. */
@AutoConfiguration
public class SpansOfStories {

  static final Map<String, String> SETTINGS =
      Map.of(
          "management.tracing.export.enabled", "true",
          "management.tracing.propagation.consume", "w3c",
          "management.opentelemetry.tracing.sampler", "parent-based-always-off",
          "management.opentelemetry.tracing.export.schedule-delay", "20ms");

  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

  @Bean(destroyMethod = "")
  SpanExporter spansOfStoriesExporter() {
    return SPANS;
  }

  /** A header by which a request belongs to this trace. */
  static String traceparent(String traceId) {
    return "00-%s-00f067aa0ba902b7-01".formatted(traceId);
  }

  static List<SpanData> all() {
    return SPANS.getFinishedSpanItems();
  }

  static List<SpanData> of(String traceId) {
    return all().stream().filter(span -> span.getTraceId().equals(traceId)).toList();
  }

  static Optional<SpanData> parentOf(SpanData child) {
    return of(child.getTraceId()).stream()
        .filter(span -> span.getSpanId().equals(child.getParentSpanId()))
        .findFirst();
  }

  static String service(SpanData span) {
    return String.valueOf(
        span.getResource()
            .getAttribute(io.opentelemetry.api.common.AttributeKey.stringKey("service.name")));
  }
}
