package io.slotkeeper.command.notification.whatsapp;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import java.util.Set;

/** What is tried again, and what counts against WhatsApp. */
final class Resilience {
  /** Refusals of our own say nothing of WhatsApp. */
  private static final Set<String> OURS =
      Set.of(SendingBudget.SENDER_SPENT, SendingBudget.PAIR_SPENT, SendingBudget.UNAVAILABLE);

  private Resilience() {}

  static CircuitBreakerConfig of(WhatsAppSettings.Breaker settings) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(settings.failures())
        .minimumNumberOfCalls(settings.failures())
        .failureRateThreshold(100)
        .waitDurationInOpenState(settings.openFor())
        .permittedNumberOfCallsInHalfOpenState(settings.probes())
        .automaticTransitionFromOpenToHalfOpenEnabled(true)
        .recordException(Resilience::isIllness)
        .ignoreException(Resilience::isNotOfWhatsApp)
        .build();
  }

  static RetryConfig of(WhatsAppSettings.Retry settings) {
    return RetryConfig.custom()
        .maxAttempts(settings.attempts())
        .intervalFunction(
            IntervalFunction.ofExponentialRandomBackoff(settings.firstPause(), 2, 0.5))
        .retryOnException(Resilience::passesSoon)
        .build();
  }

  /** Where Meta names a time to come back, short tries are no answer. */
  private static boolean passesSoon(Throwable failure) {
    return failure instanceof NotSent refusal
        && refusal.failureClass() == FailureClass.TRANSIENT
        && refusal.retryAfter() == null;
  }

  private static boolean isIllness(Throwable failure) {
    if (failure instanceof NotSent refusal) {
      return switch (refusal.failureClass()) {
        case TRANSIENT, SLOW_DOWN, CHANNEL_STOPPED -> true;
        case FEW_TRIES, PAIR_LIMIT, UNDELIVERABLE, NEEDS_TEMPLATE, OUR_MISTAKE -> false;
      };
    }
    return failure instanceof OutcomeUnknown;
  }

  private static boolean isNotOfWhatsApp(Throwable failure) {
    return failure instanceof NotSent refusal
        ? OURS.contains(refusal.code())
        : !(failure instanceof OutcomeUnknown);
  }
}
