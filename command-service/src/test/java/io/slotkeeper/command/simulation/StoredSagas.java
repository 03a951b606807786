package io.slotkeeper.command.simulation;

import io.slotkeeper.command.saga.BookingSaga;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sagas as they are written down, so that whoever loads one has a copy of its own. */
final class StoredSagas implements SagaStore<BookingSaga> {

  private final Map<String, Kept> kept = new HashMap<>();
  private final Transactions transactions;
  private final Serializer serializer;

  StoredSagas(Transactions transactions, Serializer serializer) {
    this.transactions = transactions;
    this.serializer = serializer;
  }

  void clear() {
    kept.clear();
  }

  int count() {
    return kept.size();
  }

  @Override
  public Set<String> findSagas(Class<? extends BookingSaga> type, AssociationValue association) {
    return kept.entrySet().stream()
        .filter(entry -> entry.getValue().associations.contains(association))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  @SuppressWarnings("NullAway") // Axon's interface says nothing of null, and expects it here.
  public <S extends BookingSaga> @Nullable Entry<S> loadSaga(Class<S> type, String id) {
    var found = kept.get(id);
    if (found == null) {
      return null;
    }
    S saga = type.cast(serializer.deserialize(found.saga));
    return new Entry<>() {
      @Override
      public Set<AssociationValue> associationValues() {
        return found.associations;
      }

      @Override
      public S saga() {
        return saga;
      }
    };
  }

  @Override
  public void deleteSaga(
      Class<? extends BookingSaga> type, String id, Set<AssociationValue> associations) {
    put(id, null);
  }

  @Override
  public void insertSaga(
      Class<? extends BookingSaga> type,
      String id,
      BookingSaga saga,
      Set<AssociationValue> associations) {
    put(id, new Kept(written(saga), Set.copyOf(associations)));
  }

  @Override
  public void updateSaga(
      Class<? extends BookingSaga> type,
      String id,
      BookingSaga saga,
      AssociationValues associations) {
    put(id, new Kept(written(saga), Set.copyOf(associations.asSet())));
  }

  private SerializedObject<byte[]> written(BookingSaga saga) {
    return serializer.serialize(saga, byte[].class);
  }

  private void put(String id, @Nullable Kept now) {
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

  private record Kept(SerializedObject<byte[]> saga, Set<AssociationValue> associations) {}
}
