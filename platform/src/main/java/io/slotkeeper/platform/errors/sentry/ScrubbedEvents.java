package io.slotkeeper.platform.errors.sentry;

import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets out of an error its classes and where it happened. What exceptions say may quote what people
 * typed, ours too where they pass on a cause; whoever has the error id finds that in the log.
 */
final class ScrubbedEvents implements SentryOptions.BeforeSendCallback {

  @Override
  public SentryEvent execute(SentryEvent event, Hint hint) {
    event.setRequest(null);
    event.setUser(null);
    event.setMessage(null);
    event.setTransaction(null);
    event.setBreadcrumbs(null);
    event.setExtras(null);
    event.setThreads(null);
    hint.clearAttachments();
    scrub(event.getExceptions());
    return event;
  }

  private static void scrub(@Nullable List<SentryException> exceptions) {
    if (exceptions != null) {
      exceptions.forEach(exception -> exception.setValue(null));
    }
  }
}
