package io.slotkeeper.query.slot.stream;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old changes, few in each transaction, on every node: who is first deletes them. */
@Component
class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int AT_A_TIME = 10_000;

  private final SlotChangeTable table;
  private final StreamSettings settings;
  private final Clock clock;

  Retention(SlotChangeTable table, StreamSettings settings, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void forgetOldChanges() {
    var end = clock.instant().minus(settings.retention());
    try {
      int deleted;
      do {
        deleted = table.deleteBefore(end, AT_A_TIME);
      } while (deleted == AT_A_TIME);
    } catch (DataAccessException e) {
      log.warn("Old changes stay for now: {}", e.getClass().getSimpleName());
    }
  }
}
