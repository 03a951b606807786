package io.slotkeeper.quickstart;

import io.slotkeeper.command.CommandServiceApplication;
import io.slotkeeper.query.QueryServiceApplication;
import io.slotkeeper.quickstart.embedded.CannotStart;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Both services. */
record Services(Service command, Service query) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * Starts both at once: query-service waits for the tables of command-service.
   *
   * @param settings above every other source
   * @param defaults below every other source
   */
  static Services start(
      QuickstartOptions options,
      Map<String, String> settings,
      Map<String, String> defaults,
      Started started) {
    ExecutorService threads =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("start-", 1).factory());
    try {
      Future<Service> command =
          start(
              threads,
              started,
              () ->
                  Service.start(
                      CommandServiceApplication.builder(),
                      ServicePorts.command(options),
                      settings,
                      defaults,
                      options.clock()));
      Future<Service> query =
          start(
              threads,
              started,
              () ->
                  Service.start(
                      QueryServiceApplication.builder(),
                      ServicePorts.query(options),
                      settings,
                      defaults,
                      options.clock()));
      return new Services(get(command), get(query));
    } finally {
      // Where one has failed, the other would wait for it without end.
      threads.shutdownNow();
    }
  }

  private static Future<Service> start(
      ExecutorService threads, Started started, Callable<Service> start) {
    return threads.submit(
        () -> {
          Service service = start.call();
          started.add(service.context());
          return service;
        });
  }

  private static Service get(Future<Service> service) {
    try {
      return service.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the services start", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotStart cannotStart) {
        throw cannotStart;
      }
      throw new IllegalStateException("A service does not start", e.getCause());
    }
  }

  Clock clock() {
    return command.context().getBean(Clock.class);
  }

  /** Waits until everything that was decided before this start can be read. */
  void awaitCaughtUp() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isCaughtUp()) {
      if (System.nanoTime() > end) {
        throw new CannotStart("The projections do not catch up with the events; see the log above");
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while the projections catch up", e);
      }
    }
  }

  private boolean isCaughtUp() {
    return query
        .context()
        .getBean(EventProcessingConfiguration.class)
        .eventProcessors()
        .values()
        .stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast)
        .map(StreamingEventProcessor::processingStatus)
        .allMatch(
            segments ->
                !segments.isEmpty()
                    && segments.values().stream()
                        .allMatch(segment -> segment.isCaughtUp() && !segment.isErrorState()));
  }
}
