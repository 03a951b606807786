package io.slotkeeper.platform.commands;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;

/** Retries lost races only, after a random pause, on a virtual thread each. */
final class ConflictRetry implements RetryScheduler {

  private final int retries;
  private final Duration pause;
  private final Executor threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("conflict-retry-", 0).factory());

  ConflictRetry(int retries, Duration pause) {
    this.retries = retries;
    this.pause = pause;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean scheduleRetry(
      CommandMessage commandMessage,
      RuntimeException lastFailure,
      List<Class<? extends Throwable>[]> failures,
      Runnable commandDispatch) {
    if (failures.size() > retries || !Conflicts.isWorthARetry(lastFailure)) {
      return false;
    }
    CompletableFuture.delayedExecutor(pauseBefore(failures.size()), TimeUnit.MICROSECONDS, threads)
        .execute(Context.current().wrap(commandDispatch));
    return true;
  }

  private long pauseBefore(int retry) {
    long longest = TimeUnit.NANOSECONDS.toMicros(pause.toNanos()) << (retry - 1);
    return ThreadLocalRandom.current().nextLong(longest + 1);
  }
}
