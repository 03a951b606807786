package io.slotkeeper.platform.errors;

import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Reports what stops a processor, and lets it stop. */
public final class ReportedErrors implements ErrorHandler {
  private final ErrorReports reports;

  /** Reports to these. */
  public ReportedErrors(ErrorReports reports) {
    this.reports = reports;
  }

  @Override
  public void handleError(ErrorContext context) throws Exception {
    // The first of a batch stands for those that came with it.
    context.failedEvents().stream()
        .findFirst()
        .ifPresent(event -> reports.report(context.error(), context.eventProcessor(), event));
    PropagatingErrorHandler.instance().handleError(context);
  }
}
