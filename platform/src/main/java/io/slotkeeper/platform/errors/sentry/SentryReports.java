package io.slotkeeper.platform.errors.sentry;

import io.opentelemetry.api.trace.Span;
import io.sentry.SentryClient;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.SpanContext;
import io.sentry.SpanId;
import io.sentry.protocol.SentryId;
import io.slotkeeper.platform.errors.Circumstances;
import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.origin.Origin;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends errors to Sentry, by a client of this service's own: the one that Sentry keeps for a whole
 * JVM would serve two services in quickstart.
 */
final class SentryReports implements ErrorReports, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SentryReports.class);
  private static final Pattern TRACE_PARENT =
      Pattern.compile("00-(\\p{XDigit}{32})-(\\p{XDigit}{16})-.*");

  private final SentryClient client;
  private final Allowance allowance;

  SentryReports(SentryOptions options, Allowance allowance) {
    this.client = new SentryClient(options);
    this.allowance = allowance;
  }

  @Override
  public void report(Throwable error, Circumstances where) {
    try {
      if (Unexpected.is(error) && allowance.allows(place(error, where))) {
        client.captureEvent(event(error, where), null, null);
      }
    } catch (RuntimeException e) {
      log.warn("An error could not be reported: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static String place(Throwable error, Circumstances where) {
    var root = error;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    var stack = root.getStackTrace();
    return "%s %s %s %s"
        .formatted(
            error.getClass().getName(),
            root.getClass().getName(),
            stack.length == 0 ? "" : stack[0],
            where.tags().getOrDefault("processor", where.tags().getOrDefault("task", "")));
  }

  private static SentryEvent event(Throwable error, Circumstances where) {
    var event = new SentryEvent(error);
    event.setLevel(SentryLevel.ERROR);
    where.tags().forEach(event::setTag);
    event.removeTag(Circumstances.TRACE_PARENT);
    var correlation = MDC.get(Origin.CORRELATION);
    if (correlation != null && !where.tags().containsKey(Origin.CORRELATION)) {
      event.setTag(Origin.CORRELATION, correlation);
    }
    var parent = TRACE_PARENT.matcher(where.tags().getOrDefault(Circumstances.TRACE_PARENT, ""));
    var current = Span.current().getSpanContext();
    if (parent.matches()) {
      setTrace(event, parent.group(1), parent.group(2));
    } else if (current.isValid()) {
      setTrace(event, current.getTraceId(), current.getSpanId());
    }
    return event;
  }

  private static void setTrace(SentryEvent event, String trace, String span) {
    event
        .getContexts()
        .setTrace(new SpanContext(new SentryId(trace), new SpanId(span), "error", null, null));
  }
}
