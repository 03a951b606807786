package io.slotkeeper.platform.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** Which processors could not read or handle what came last; each stops at it and tries again. */
final class Failures implements ErrorHandler {
  /** Above the longest pause between two tries of one that another node does not take over. */
  private static final long REMEMBERED = Duration.ofSeconds(90).toNanos();

  /** By processor, by {@link System#nanoTime()}. */
  private final Map<String, Long> failedAt = new ConcurrentHashMap<>();

  private final ErrorHandler next;

  /** Passes each on. */
  Failures(ErrorHandler next) {
    this.next = next;
  }

  void add(String processor) {
    failedAt.put(processor, System.nanoTime());
  }

  @Override
  public void handleError(ErrorContext context) throws Exception {
    // Where another node has taken the segment, that one goes on, and nothing is wrong here.
    if (!(context.error() instanceof UnableToClaimTokenException)) {
      add(context.eventProcessor());
    }
    next.handleError(context);
  }

  boolean has(String processor) {
    var failed = failedAt.get(processor);
    return failed != null && System.nanoTime() - failed < REMEMBERED;
  }

  /**
   * Ends a failure where nothing waits any more that waited when it happened: it was handled, by
   * another node if not by this one.
   *
   * @param oldest how long the oldest event has waited that the processor has not handled
   * @param readAt when that was read, by {@link System#nanoTime()}
   */
  void endIfHandled(String processor, Duration oldest, long readAt) {
    var failed = failedAt.get(processor);
    if (failed != null && oldest.toNanos() < readAt - failed) {
      failedAt.remove(processor, failed);
    }
  }

  /** Ends the failure with the next batch that is committed. */
  MessageHandlerInterceptor<EventMessage<?>> endingFor(String processor) {
    return (unitOfWork, chain) -> {
      if (failedAt.containsKey(processor)) {
        unitOfWork.afterCommit(committed -> failedAt.remove(processor));
      }
      return chain.proceed();
    };
  }
}
