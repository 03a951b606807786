package io.slotkeeper.query.idempotency;

import io.slotkeeper.platform.idempotency.IdempotencyKeys;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old answers, on every node: who is first deletes them. */
@Component
class OldAnswers {
  private static final Logger log = LoggerFactory.getLogger(OldAnswers.class);

  private final IdempotencyKeys keys;

  OldAnswers(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    try {
      keys.forgetOld();
    } catch (DataAccessException e) {
      log.warn("Old answers stay for now: {}", e.getClass().getSimpleName());
    }
  }
}
