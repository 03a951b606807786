package io.slotkeeper.query.cache;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.business.BusinessTable;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.projection.ChangeWatcher;
import io.slotkeeper.query.projection.Row;
import io.slotkeeper.query.slot.TouchedSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives new events of a history to the projections of a service, as they come. */
public final class Changes {
  private final QueryService service;
  private int fed;

  public Changes(QueryService service) {
    this.service = service;
  }

  /** Applies the events that were not applied yet. */
  public void apply(List<? extends DomainEventMessage<?>> events) {
    var fresh = List.copyOf(events.subList(fed, events.size()));
    fed = events.size();
    service.feed(fresh);
  }

  /**
   * Does in the place of the projections what they do, and leaves to the caller what comes after
   * the transaction.
   *
   * @param held runs inside the transaction, when the watchers know and nobody else sees
   */
  public Runnable begin(List<? extends DomainEventMessage<?>> events, Runnable held) {
    var fresh = List.copyOf(events.subList(fed, events.size()));
    fed = events.size();
    var afterwards = new ArrayList<Runnable>();
    new TransactionTemplate(service.context().getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              var slots = ids(fresh, SlotEvent.class, SlotEvent::slotId);
              var businesses = ids(fresh, BusinessEvent.class, BusinessEvent::businessId);
              var slotsBefore = slots.stream().map(this::slot).toList();
              var businessesBefore = businesses.stream().map(this::business).toList();
              service.feedUnwatched(fresh);
              var slotsAfter = slots.stream().map(this::slot).toList();
              var businessesAfter = businesses.stream().map(this::business).toList();
              afterwards.addAll(tell(TouchedSlot.class, slotsBefore, slotsAfter));
              afterwards.addAll(tell(BusinessRow.class, businessesBefore, businessesAfter));
              held.run();
            });
    return () -> afterwards.forEach(Runnable::run);
  }

  private <R extends Row> List<Runnable> tell(
      Class<R> type, List<@Nullable R> before, List<@Nullable R> after) {
    Collection<Change<R>> changes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      changes.add(new Change<>(before.get(i), Objects.requireNonNull(after.get(i))));
    }
    var watcher = ResolvableType.forClassWithGenerics(ChangeWatcher.class, type);
    return changes.isEmpty()
        ? List.of()
        : service
            .context()
            .<ChangeWatcher<R>>getBeanProvider(watcher)
            .orderedStream()
            .map(each -> each.changing(changes))
            .toList();
  }

  private static <E> List<String> ids(
      List<? extends DomainEventMessage<?>> events, Class<E> type, Function<E, String> id) {
    var ids = new LinkedHashSet<String>();
    events.stream()
        .map(DomainEventMessage::getPayload)
        .filter(type::isInstance)
        .map(type::cast)
        .map(id)
        .forEach(ids::add);
    return List.copyOf(ids);
  }

  private @Nullable BusinessRow business(String id) {
    return service.context().getBean(BusinessTable.class).find(new BusinessId(id)).orElse(null);
  }

  private @Nullable TouchedSlot slot(String id) {
    return service
        .jdbc()
        .sql("SELECT * FROM query.slot WHERE slot_id = :id")
        .param("id", id)
        .query(Changes::row)
        .optional()
        .orElse(null);
  }

  private static TouchedSlot row(ResultSet row, int number) throws SQLException {
    var bookingId = row.getString("booking_id");
    return new TouchedSlot(
        SlotId.parse(row.getString("slot_id")),
        Times.of(row, "end_at"),
        SlotStatus.valueOf(row.getString("status")),
        bookingId == null ? null : new BookingId(bookingId),
        Times.ofOrNull(row, "until_at"),
        row.getLong("version"));
  }
}
