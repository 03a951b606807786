package io.slotkeeper.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Tries dead letters again by itself: a deployment may have mended the projection, and an event
 * that was put aside because of an earlier one may have come when that was just being taken.
 */
@Component
class DeadLetterRetries implements SchedulingConfigurer {
  private static final Logger log = LoggerFactory.getLogger(DeadLetterRetries.class);

  /** Very many are no reason to keep other work waiting. */
  private static final long MOST_AT_ONCE = 500;

  private final Projections projections;
  private final DeadLetters letters;
  private final ProjectionSettings settings;

  DeadLetterRetries(Projections projections, DeadLetters letters, ProjectionSettings settings) {
    this.projections = projections;
    this.letters = letters;
    this.settings = settings;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    var pause = settings.lettersRetry();
    tasks.addFixedDelayTask(new FixedDelayTask(this::tryAgain, pause, pause));
  }

  private void tryAgain() {
    for (var projection : projections.all()) {
      int taken = letters.retry(projection.name(), MOST_AT_ONCE);
      if (taken > 0) {
        log.info("{} took {} events that it could not take before", projection.name(), taken);
      }
    }
  }
}
