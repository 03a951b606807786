package io.slotkeeper.faults;

import io.slotkeeper.faults.client.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who ask in the same moment. */
final class AtOnce {

  private AtOnce() {}

  static List<Answer> ask(int count, IntFunction<Answer> request) {
    var together = new CyclicBarrier(count);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, count)
          .mapToObj(
              each ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        await(together);
                        return request.apply(each);
                      },
                      threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
