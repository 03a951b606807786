package io.slotkeeper.query.rebuild;

import io.slotkeeper.platform.eventstore.UnknownEventStop;
import io.slotkeeper.platform.eventstore.engine.FamilyEvents;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.ProjectionSettings;
import io.slotkeeper.query.projection.Projections;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.stereotype.Component;

/** Reads the events into the next generation of a projection, in parallel parts. */
final class Replay implements AutoCloseable {
  private final Fence fence;
  private final PooledStreamingEventProcessor processor;
  private final List<ExecutorService> threads;
  private final AtomicReference<Throwable> failure;

  private Replay(
      Fence fence,
      PooledStreamingEventProcessor processor,
      List<ExecutorService> threads,
      AtomicReference<Throwable> failure) {
    this.fence = fence;
    this.processor = processor;
    this.threads = threads;
    this.failure = failure;
  }

  /** Lets it go as far as this number. */
  void moveTo(long index) {
    fence.moveTo(index);
  }

  /** The number of the last event that was read. */
  long passed() {
    return fence.passed();
  }

  /** Why it cannot go on, if it cannot. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get())
        .or(
            () ->
                processor.processingStatus().values().stream()
                    .map(EventTrackerStatus::getError)
                    .filter(Objects::nonNull)
                    .findFirst());
  }

  /** Whether it cannot even read the events. */
  boolean isStuck() {
    return processor.isError();
  }

  @Override
  public void close() {
    processor.shutDown();
    threads.forEach(ExecutorService::shutdownNow);
  }

  /** What a replay is made with. */
  @Component
  static class Starter {
    private static final Duration TOKENS = Duration.ofMillis(100);

    private final Projections projections;
    private final FamilyEvents events;
    private final EventNames names;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ProjectionSettings settings;

    Starter(
        Projections projections,
        FamilyEvents events,
        EventNames names,
        TokenStore tokens,
        TransactionManager transactions,
        ProjectionSettings settings) {
      this.projections = projections;
      this.events = events;
      this.names = names;
      this.tokens = tokens;
      this.transactions = transactions;
      this.settings = settings;
    }

    /** The processor whose tokens say how far a replay is. */
    static String processor(Projection<?, ?> projection) {
      return projection.name() + "-next";
    }

    /** Starts one, or goes on with one that a node has left. */
    Replay start(Projection<?, ?> projection) {
      var fence =
          new Fence(
              new UnknownEventStop(
                  events.of(Positions.families(projection)),
                  processor(projection),
                  names,
                  type -> projection.events().isAssignableFrom(type)),
              projection.events());
      var failure = new AtomicReference<Throwable>();
      var coordinator = threads(projection, "coordinator", 1);
      var workers = threads(projection, "worker", settings.rebuildSegments());
      var processor =
          PooledStreamingEventProcessor.builder()
              .name(processor(projection))
              .eventHandlerInvoker(
                  SimpleEventHandlerInvoker.builder()
                      .eventHandlers(
                          projections.filling(projection, Generations.nextSchema(projection)))
                      .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                      .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                      .build())
              .errorHandler(
                  context -> {
                    failure.set(context.error());
                    PropagatingErrorHandler.instance().handleError(context);
                  })
              .messageSource(fence)
              .tokenStore(tokens)
              .transactionManager(transactions)
              .coordinatorExecutor(coordinator)
              .workerExecutor(workers)
              .initialToken(source -> source.createTailToken())
              .initialSegmentCount(settings.rebuildSegments())
              .batchSize(settings.rebuildBatch())
              .tokenClaimInterval(TOKENS.toMillis())
              // A part whose events have ended shows only so often that it has passed the others'.
              .claimExtensionThreshold(TOKENS.toMillis())
              .build();
      processor.start();
      return new Replay(fence, processor, List.of(coordinator, workers), failure);
    }

    private static ScheduledExecutorService threads(
        Projection<?, ?> projection, String work, int count) {
      var names = "rebuild-%s-%s-".formatted(projection.name(), work);
      return Executors.newScheduledThreadPool(
          count, Thread.ofPlatform().daemon().name(names, 0).factory());
    }
  }
}
