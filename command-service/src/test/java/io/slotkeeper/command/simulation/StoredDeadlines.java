package io.slotkeeper.command.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.deadline.AbstractDeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Deadlines as the scheduler keeps them: one that fires is there until that has succeeded. */
final class StoredDeadlines extends AbstractDeadlineManager {

  /** One that is kept; {@code at} moves where it failed, as the scheduler tries it again later. */
  record Due(String id, Instant at, DeadlineMessage<?> message, ScopeDescriptor scope) {}

  private final Map<String, Due> kept = new HashMap<>();
  private final Transactions transactions;
  private final Serializer serializer;
  private int numbers;

  StoredDeadlines(Transactions transactions, Serializer serializer) {
    this.transactions = transactions;
    this.serializer = serializer;
  }

  void clear() {
    kept.clear();
    numbers = 0;
  }

  int count() {
    return kept.size();
  }

  /** Those whose time has come, the earliest first. */
  List<Due> due(Instant now) {
    return kept.values().stream()
        .filter(due -> !due.at.isAfter(now))
        .sorted(Comparator.comparing(Due::at).thenComparing(Due::id))
        .toList();
  }

  Optional<Instant> next() {
    return kept.values().stream().map(Due::at).min(Comparator.naturalOrder());
  }

  /** Notes that one has fired. */
  void done(Due due) {
    transactions.executeInTransaction(() -> put(due.id, null));
  }

  /** Whether it is still there. */
  boolean has(Due due) {
    return kept.containsKey(due.id);
  }

  void putOff(Due due, Instant until) {
    transactions.executeInTransaction(
        () -> put(due.id, new Due(due.id, until, due.message, due.scope)));
  }

  @Override
  public String schedule(Instant at, String name, @Nullable Object payload, ScopeDescriptor scope) {
    var id = "%s-%04d".formatted(name, ++numbers);
    Object written = serializer.deserialize(serializer.serialize(payload, byte[].class));
    var message =
        processDispatchInterceptors(GenericDeadlineMessage.asDeadlineMessage(name, written, at));
    runOnPrepareCommitOrNow(() -> put(id, new Due(id, at, message, scope)));
    return id;
  }

  @Override
  public void cancelSchedule(String name, String id) {
    runOnPrepareCommitOrNow(() -> put(id, null));
  }

  @Override
  public void cancelAll(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
    throw new UnsupportedOperationException();
  }

  private void put(String id, @Nullable Due now) {
    var before = now == null ? kept.remove(id) : kept.put(id, now);
    transactions.changed(
        () -> {
          if (before == null) {
            kept.remove(id);
          } else {
            kept.put(id, before);
          }
        });
  }
}
