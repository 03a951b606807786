package io.slotkeeper.command.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do the same thing at once. */
public final class Crowd {

  private Crowd() {}

  /** Lets all of them start together; what became of each. */
  public static List<String> of(int size, IntFunction<String> work) {
    var start = new CountDownLatch(1);
    var outcomes = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<String>>();
      for (int i = 0; i < size; i++) {
        int number = i;
        Callable<String> waiting =
            () -> {
              start.await();
              return work.apply(number);
            };
        running.add(threads.submit(waiting));
      }
      start.countDown();
      for (var each : running) {
        outcomes.add(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError("one of the crowd failed", e.getCause());
    }
    return outcomes;
  }
}
