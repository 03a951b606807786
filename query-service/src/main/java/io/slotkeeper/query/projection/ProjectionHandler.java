package io.slotkeeper.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives events to a projection and writes its rows when the unit of work ends. When that fails, the
 * next batch is taken with care: each event is written by itself inside a savepoint, so that the
 * one that cannot be written fails alone and becomes a dead letter.
 */
final class ProjectionHandler<E, R extends Row> implements EventMessageHandler {
  private final Projection<E, R> projection;
  private final Generation<R> generation;
  private final BatchEnd<R> end;
  private final TransactionOperations savepoint;
  private final Set<String> careful = ConcurrentHashMap.newKeySet();

  /**
   * Handles events into one generation.
   *
   * @param end what else happens in the transaction once the rows are written
   * @param savepoint runs what it is given in a nested transaction
   */
  ProjectionHandler(
      Projection<E, R> projection,
      Generation<R> generation,
      BatchEnd<R> end,
      TransactionOperations savepoint) {
    this.projection = projection;
    this.generation = generation;
    this.end = end;
    this.savepoint = savepoint;
  }

  /** What ends the handling of a batch, inside its transaction. */
  @FunctionalInterface
  interface BatchEnd<R extends Row> {
    /** For a generation that nobody watches. */
    static <R extends Row> BatchEnd<R> nothing() {
      return (changes, unitOfWork) -> {};
    }

    void saved(List<Change<R>> changes, UnitOfWork<?> unitOfWork);
  }

  @Override
  public boolean canHandle(EventMessage<?> message) {
    return canHandleType(message.getPayloadType());
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return projection.events().isAssignableFrom(payloadType);
  }

  @Override
  public @Nullable Object handle(EventMessage<?> message) {
    if (canHandle(message)) {
      take((DomainEventMessage<?>) message, CurrentUnitOfWork.get());
    }
    return null;
  }

  private void take(DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
    var batch = batchOf(unitOfWork);
    // What is retried comes alone: it must not take others with it.
    if (careful.contains(message.getAggregateIdentifier())
        || !(unitOfWork instanceof BatchingUnitOfWork<?>)) {
      takeAlone(batch, message);
    } else {
      take(batch, message);
    }
  }

  private void take(Batch<E, R> batch, DomainEventMessage<?> message) {
    batch.take(
        message.getAggregateIdentifier(),
        projection.events().cast(message.getPayload()),
        message.getSequenceNumber(),
        message.getTimestamp());
  }

  private void takeAlone(Batch<E, R> batch, DomainEventMessage<?> message) {
    try {
      savepoint.executeWithoutResult(
          nested -> {
            take(batch, message);
            batch.save();
          });
    } catch (RuntimeException e) {
      batch.drop(message.getAggregateIdentifier());
      throw e;
    }
  }

  private Batch<E, R> batchOf(UnitOfWork<?> unitOfWork) {
    return unitOfWork.root().getOrComputeResource(key(), key -> begin(unitOfWork));
  }

  private Batch<E, R> begin(UnitOfWork<?> unitOfWork) {
    var batch = new Batch<>(projection, generation);
    readAhead(batch, unitOfWork);
    unitOfWork.onPrepareCommit(
        ending -> {
          saveOrTakeCare(batch);
          end.saved(batch.saved(), ending);
        });
    unitOfWork.afterCommit(ended -> idsIn(unitOfWork).forEach(careful::remove));
    return batch;
  }

  /** One row that cannot be read must not keep the others from being read, one by one. */
  private void readAhead(Batch<E, R> batch, UnitOfWork<?> unitOfWork) {
    try {
      batch.read(idsIn(unitOfWork));
    } catch (RuntimeException e) {
      if (!Poison.isOfTheEvent(e)) {
        throw e;
      }
    }
  }

  private void saveOrTakeCare(Batch<E, R> batch) {
    try {
      batch.save();
    } catch (RuntimeException e) {
      careful.addAll(batch.changed());
      throw new BatchRefused(e);
    }
  }

  private List<String> idsIn(UnitOfWork<?> unitOfWork) {
    Stream<? extends org.axonframework.messaging.Message<?>> messages =
        unitOfWork instanceof BatchingUnitOfWork<?> batching
            ? batching.getMessages().stream()
            : Stream.of(unitOfWork.getMessage());
    var ids = new ArrayList<String>();
    messages.forEach(
        message -> {
          if (message instanceof DomainEventMessage<?> event && canHandle(event)) {
            ids.add(event.getAggregateIdentifier());
          }
        });
    return ids;
  }

  private String key() {
    return "batch of " + generation.schema() + "." + generation.table().name();
  }
}
