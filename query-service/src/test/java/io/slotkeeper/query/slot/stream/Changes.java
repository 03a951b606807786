package io.slotkeeper.query.slot.stream;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projects what is new in a history. */
final class Changes {
  private final QueryService service;
  private final History history;
  private int projected;

  Changes(QueryService service, History history) {
    this.service = service;
    this.history = history;
  }

  Changes block(SlotId slot) {
    var end = slot.start().plus(Duration.ofMinutes(30));
    history.add(
        new SlotEvent.SlotBlocked(
            slot.toString(),
            slot.businessId().value(),
            slot.resourceId().value(),
            slot.start(),
            end));
    return this;
  }

  Changes unblock(SlotId slot) {
    history.add(new SlotEvent.SlotUnblocked(slot.toString()));
    return this;
  }

  void project() {
    project(() -> {});
  }

  /** What is done before the commit may take its time. */
  void project(Runnable beforeCommit) {
    inTransaction(
        () -> {
          announce();
          beforeCommit.run();
        });
  }

  void inTransaction(Runnable work) {
    new TransactionTemplate(service.context().getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> work.run());
  }

  /** Inside a transaction that is open. */
  void announce() {
    var events = history.events().subList(projected, history.events().size());
    projected = history.events().size();
    service.feed(events);
  }
}
