package io.slotkeeper.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets out of a span only what is known to hold nothing personal. What an exception says may quote
 * a customer, and the address of a request may be a credential: neither is sent.
 */
final class ScrubbedSpans implements SpanExporter {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          // Of HTTP: none has more than a few values, and a path is one of our patterns.
          "exception",
          "method",
          "outcome",
          "status",
          "uri",
          // Of Axon: names of classes, and ids.
          "axon_aggregate_identifier",
          "axon_message_id",
          "axon_message_name",
          "axon_message_type",
          "axon_payload_type",
          "axon.deadlineId",
          "axon.sagaIdentifier",
          // Of an exception: its class.
          "exception.type",
          "error.type");

  /** A caller makes up the name of a method. */
  private static final Pattern REQUEST =
      Pattern.compile("http (get|head|post|put|patch|delete|options|trace|connect)( /.*)?");

  private final SpanExporter exporter;

  ScrubbedSpans(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(spans.stream().<SpanData>map(Scrubbed::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private static final class Scrubbed extends DelegatingSpanData {
    Scrubbed(SpanData span) {
      super(span);
    }

    @Override
    public String getName() {
      var name = super.getName();
      return name.startsWith("http ") && !REQUEST.matcher(name).matches() ? "http other" : name;
    }

    @Override
    public Attributes getAttributes() {
      var known = known(super.getAttributes());
      // One that we call may have been given a whole address for a pattern.
      return getKind() == SpanKind.CLIENT
          ? known.toBuilder().removeIf(key -> key.getKey().equals("uri")).build()
          : known;
    }

    @Override
    public List<EventData> getEvents() {
      return super.getEvents().stream()
          .map(
              event ->
                  EventData.create(
                      event.getEpochNanos(), event.getName(), known(event.getAttributes())))
          .toList();
    }

    @Override
    public List<LinkData> getLinks() {
      return super.getLinks().stream().map(link -> LinkData.create(link.getSpanContext())).toList();
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static Attributes known(Attributes all) {
      return all.toBuilder().removeIf(Scrubbed::isUnknown).build();
    }

    private static boolean isUnknown(AttributeKey<?> key) {
      return !ATTRIBUTES.contains(key.getKey());
    }
  }
}
