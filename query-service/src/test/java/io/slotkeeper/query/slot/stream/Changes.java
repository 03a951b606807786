package io.slotkeeper.query.slot.stream;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.business.BusinessTable;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.projection.ChangeWatcher;
import io.slotkeeper.query.projection.Row;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Projects what is new in a history, and tells those who watch in the same transaction. */
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
    Map<String, TouchedSlot> slots = new LinkedHashMap<>();
    Map<String, BusinessRow> businesses = new LinkedHashMap<>();
    for (var message : events) {
      if (message.getPayload() instanceof SlotEvent event) {
        slots.put(event.slotId(), row(event, message.getSequenceNumber()));
      } else if (message.getPayload() instanceof BusinessEvent event) {
        businesses.put(event.businessId(), row(event));
      }
    }
    tell(TouchedSlot.class, slots.values());
    tell(BusinessRow.class, businesses.values());
  }

  private <R extends Row> void tell(Class<R> type, Collection<R> rows) {
    var changes = rows.stream().map(row -> new Change<R>(null, row)).toList();
    service
        .context()
        .<ChangeWatcher<R>>getBeanProvider(
            ResolvableType.forClassWithGenerics(ChangeWatcher.class, type))
        .forEach(watcher -> watcher.changing(changes).run());
  }

  private BusinessRow row(BusinessEvent event) {
    var table = service.context().getBean(BusinessTable.class);
    return table.find(new BusinessId(event.businessId())).orElseThrow();
  }

  /** Nobody asks for more of it than its id and version. */
  private static TouchedSlot row(SlotEvent event, long version) {
    var id = SlotId.parse(event.slotId());
    return new TouchedSlot(id, id.start(), SlotStatus.AVAILABLE, null, null, version);
  }
}
