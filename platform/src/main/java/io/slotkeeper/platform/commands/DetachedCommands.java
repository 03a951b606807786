package io.slotkeeper.platform.commands;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands of sagas and event handlers, each in a transaction of its own. On the ordinary
 * gateway they would join the handler's: what a failed one wrote would stay, success would be
 * reported before the commit, and an SQL error would leave the handler a dead transaction.
 *
 * <p>A command runs at once, not after the handler's commit, so one whose handler fails later is
 * sent again: it must be idempotent. A handler that returns without waiting for the result may lose
 * its command when the process dies. Not for command handlers, which could wait for an aggregate
 * that they hold themselves.
 */
public final class DetachedCommands implements AutoCloseable {

  private final CommandGateway gateway;
  private final Semaphore places;
  private final Duration patience;
  private final Duration drain;
  private final ExecutorService threads;

  DetachedCommands(CommandGateway gateway, CommandSettings.Detached settings) {
    this.gateway = gateway;
    this.places = new Semaphore(settings.threads() + settings.queue(), true);
    this.patience = settings.patience();
    this.drain = settings.drain();
    this.threads =
        Executors.newFixedThreadPool(
            settings.threads(),
            Thread.ofPlatform().daemon().name("detached-command-", 0).factory());
  }

  /**
   * Sends a command, with the usual retries of lost races.
   *
   * @return the result after the commit, or the failure after the rollback; cancelled when a
   *     shutdown did not get to it. It is completed on another thread, so nothing that depends on
   *     it may touch the fields of a saga.
   * @throws RejectedExecutionException when no place becomes free in time, or at a shutdown
   */
  public <R extends @Nullable Object> CompletableFuture<R> send(Object command) {
    // Made here, because the correlation data is that of the sender's thread.
    CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
    takePlace();
    Sent<R> sent =
        new Sent<>(gateway, message, Context.current(), places, new CompletableFuture<>());
    try {
      threads.execute(sent);
    } catch (RejectedExecutionException e) {
      places.release();
      throw e;
    }
    return sent.result();
  }

  /** Takes no more commands, and waits for those that it has. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Runnable left : threads.shutdownNow()) {
      if (left instanceof Sent<?> sent) {
        sent.result().cancel(false);
      }
    }
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RejectedExecutionException("Too many commands wait for a thread");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("Interrupted while waiting for a place", e);
    }
  }

  private record Sent<R extends @Nullable Object>(
      CommandGateway gateway,
      CommandMessage<?> message,
      Context trace,
      Semaphore places,
      CompletableFuture<R> result)
      implements Runnable {

    @Override
    public void run() {
      trace.wrap(this::send).run();
    }

    private void send() {
      try {
        // Waits here until the last retry is over, or retries would escape the limit.
        result.complete(gateway.<R>sendAndWait(message));
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      } finally {
        places.release();
      }
    }
  }
}
