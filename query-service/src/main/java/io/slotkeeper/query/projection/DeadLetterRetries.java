package io.slotkeeper.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tries dead letters again by itself: a deployment may have mended the projection, and an event
 * that was put aside because of an earlier one may have come when that was just being taken.
 */
@Component
class DeadLetterRetries {
  private static final Logger log = LoggerFactory.getLogger(DeadLetterRetries.class);

  /** Very many are no reason to keep other work waiting. */
  private static final long MOST_AT_ONCE = 500;

  private final Projections projections;
  private final DeadLetters letters;

  DeadLetterRetries(Projections projections, DeadLetters letters) {
    this.projections = projections;
    this.letters = letters;
  }

  @Scheduled(
      initialDelayString = "${slotkeeper.projections.letters-retry:1m}",
      fixedDelayString = "${slotkeeper.projections.letters-retry:1m}")
  void tryAgain() {
    for (var projection : projections.all()) {
      int taken = letters.retry(projection.name(), MOST_AT_ONCE);
      if (taken > 0) {
        log.info("{} took {} events that it could not take before", projection.name(), taken);
      }
    }
  }
}
