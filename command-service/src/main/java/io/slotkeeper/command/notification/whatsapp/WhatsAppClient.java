package io.slotkeeper.command.notification.whatsapp;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends messages by WhatsApp, and leaves it alone while it is not well. */
@Component
public class WhatsAppClient {
  private static final Logger log = LoggerFactory.getLogger(WhatsAppClient.class);

  private final WhatsAppSettings settings;
  private final SendingBudget budget;
  private final @Nullable MetaApi api;
  private final CircuitBreaker breaker;
  private final Retry retry;

  WhatsAppClient(
      WhatsAppSettings settings, SendingBudget budget, ObjectProvider<MeterRegistry> meters) {
    this.settings = settings;
    this.budget = budget;
    this.api = settings.canSend() ? new MetaApi(settings) : null;
    var breakers = CircuitBreakerRegistry.ofDefaults();
    this.breaker = breakers.circuitBreaker("whatsapp", Resilience.of(settings.breaker()));
    this.retry = Retry.of("whatsapp", Resilience.of(settings.retry()));
    meters.ifAvailable(TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers)::bindTo);
    if (!settings.canSend()) {
      log.warn("WhatsApp is not configured: messages are queued but not sent");
    }
  }

  /**
   * Sends a message, with a few short tries where it certainly was not taken. Call it outside of a
   * transaction: it may take many seconds.
   *
   * @return Meta's name for the message; it is taken, not delivered
   * @throws NotSent where WhatsApp has certainly not taken it
   * @throws OutcomeUnknown where it may have
   */
  public String send(OutgoingMessage message) {
    var meta = api;
    if (meta == null) {
      throw new NotSent(FailureClass.CHANNEL_STOPPED, "not-configured");
    }
    try {
      return breaker.executeSupplier(() -> retry.executeSupplier(() -> sendOnce(meta, message)));
    } catch (CallNotPermittedException e) {
      throw new NotSent(FailureClass.TRANSIENT, "breaker-open", settings.breaker().openFor());
    }
  }

  /** Whether there is any sense in sending now. */
  public boolean isOpenForBusiness() {
    return api != null && breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /** Whether it is known not to answer; where nothing is to be sent, nothing can be away. */
  boolean isAway() {
    return api != null && breaker.getState() == CircuitBreaker.State.OPEN;
  }

  @PreDestroy
  void close() {
    if (api != null) {
      api.close();
    }
  }

  private String sendOnce(MetaApi meta, OutgoingMessage message) {
    budget.take(message.to());
    return meta.post(message);
  }
}
