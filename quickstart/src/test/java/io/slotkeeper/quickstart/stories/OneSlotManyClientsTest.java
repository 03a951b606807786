package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneSlotManyClientsTest {

  private static final int CLIENTS = 200;

  @Test
  void givesOneSlotToExactlyOneOfTwoHundredClients() throws Exception {
    Shop shop = Shop.open("MANUAL");
    String slot = shop.freeSlots(1).getFirst();
    CyclicBarrier together = new CyclicBarrier(CLIENTS);

    List<Future<Answer>> answers;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          clients.invokeAll(
              IntStream.range(0, CLIENTS)
                  .<Callable<Answer>>mapToObj(
                      client ->
                          () -> {
                            together.await();
                            return shop.tryToBook(slot);
                          })
                  .toList());
    }

    assertThat(answers)
        .extracting(answer -> answer.get().status())
        .filteredOn(s -> s == 201)
        .hasSize(1);
    assertThat(answers)
        .extracting(Future::get)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(CLIENTS - 1)
        .allSatisfy(answer -> answer.expectProblem(409, "slot-taken"));
  }
}
