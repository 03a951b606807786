package io.slotkeeper.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.toy.Ticket.AlreadyTaken;
import io.slotkeeper.platform.toy.Ticket.Take;
import io.slotkeeper.platform.toy.TicketApplication;
import io.slotkeeper.platform.toy.Toys;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HotAggregateTest {

  @Test
  @Timeout(30)
  void answersWhileAnotherStillHoldsTheAggregate() throws InterruptedException {
    try (var context = Toys.start(Toys.migrated(), TicketApplication.class)) {
      CommandGateway gateway = context.getBean(CommandGateway.class);
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch answered = new CountDownLatch(1);
      CompletableFuture<Object> holder =
          CompletableFuture.supplyAsync(
              () ->
                  gateway.sendAndWait(
                      new Take(
                          "hot",
                          id -> {
                            held.countDown();
                            awaitUnchecked(answered);
                          })));
      held.await();

      assertThatThrownBy(() -> gateway.sendAndWait(new Take("hot")))
          .isInstanceOf(ConflictException.class);
      assertThat(holder).isNotDone();

      answered.countDown();
      assertThat(holder).succeedsWithin(10, TimeUnit.SECONDS);
    }
  }

  @Test
  @Timeout(60)
  void givesOneOfTwoHundredClientsTheTicketAndRefusesTheOthers() {
    try (var context = Toys.start(Toys.migrated(), TicketApplication.class)) {
      CommandGateway gateway = context.getBean(CommandGateway.class);
      AtomicInteger winners = new AtomicInteger();
      Collection<Throwable> refusals = new ConcurrentLinkedQueue<>();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int client = 0; client < 200; client++) {
          clients.execute(
              () -> {
                awaitUnchecked(start);
                try {
                  gateway.sendAndWait(new Take("hot"));
                  winners.incrementAndGet();
                } catch (RuntimeException e) {
                  refusals.add(e);
                }
              });
        }
        start.countDown();
      }

      assertThat(winners).hasValue(1);
      assertThat(refusals)
          .hasSize(199)
          .allMatch(
              refusal -> refusal instanceof AlreadyTaken || refusal instanceof ConflictException);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
