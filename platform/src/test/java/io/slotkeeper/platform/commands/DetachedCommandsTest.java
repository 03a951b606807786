package io.slotkeeper.platform.commands;

import static io.slotkeeper.platform.commands.Ledger.divideByZero;
import static io.slotkeeper.platform.commands.Ledger.write;
import static io.slotkeeper.platform.commands.Ledger.writeAndFail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.commands.Ledger.LedgerApplication;
import io.slotkeeper.platform.toy.Ticket.AlreadyTaken;
import io.slotkeeper.platform.toy.Ticket.GiveBack;
import io.slotkeeper.platform.toy.Ticket.Take;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a handler of events gets from detached commands, and what the ordinary gateway does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetachedCommandsTest {

  private final TestDatabase database = Toys.migrated();
  private final JdbcClient elsewhere = JdbcClient.create(database.dataSource());
  private ConfigurableApplicationContext node;

  @BeforeAll
  void start() {
    database.execute("CREATE TABLE ledger (entry text)");
    node = Toys.start(database, LedgerApplication.class);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void emptyTheLedger() {
    database.execute("TRUNCATE ledger");
  }

  @Test
  void leavesNothingOfACommandThatFails() {
    inAHandler(
        () -> {
          write(jdbc(), "handler");
          assertThatThrownBy(() -> detached().send(writeAndFail("command")).join())
              .hasRootCauseMessage("after it wrote");
        });

    assertThat(ledger()).containsExactly("handler");
  }

  @Test
  void ordinaryGatewayKeepsWhatAFailedCommandWrote() {
    inAHandler(
        () ->
            assertThatThrownBy(() -> gateway().send(writeAndFail("command")).join())
                .hasRootCauseMessage("after it wrote"));

    assertThat(ledger()).containsExactly("command");
  }

  @Test
  void reportsSuccessAfterTheCommit() {
    inAHandler(
        () -> {
          detached().send(new Take("committed")).join();

          assertThat(eventsSeenElsewhere("committed")).isEqualTo(1);
        });
  }

  @Test
  void ordinaryGatewayReportsSuccessBeforeTheCommit() {
    inAHandler(
        () -> {
          gateway().send(new Take("uncommitted")).join();

          assertThat(eventsSeenElsewhere("uncommitted")).isZero();
        });
  }

  @Test
  void keepsAnSqlErrorOutOfTheHandlersTransaction() {
    inAHandler(
        () -> {
          assertThatThrownBy(() -> detached().send(divideByZero()).join())
              .hasMessageContaining("division by zero");
          write(jdbc(), "handler");
        });

    assertThat(ledger()).containsExactly("handler");
  }

  @Test
  void ordinaryGatewayPoisonsTheHandlersTransactionByAnSqlError() {
    assertThatThrownBy(
            () ->
                inAHandler(
                    () -> {
                      assertThatThrownBy(() -> gateway().send(divideByZero()).join())
                          .hasMessageContaining("division by zero");
                      write(jdbc(), "handler");
                    }))
        .hasMessageContaining("current transaction is aborted");
  }

  @Test
  void keepsACommandWhoseHandlerFailsLater() {
    assertThatThrownBy(
            () ->
                inAHandler(
                    () -> {
                      write(jdbc(), "handler");
                      detached().send(write("command")).join();
                      throw new IllegalStateException("after it sent");
                    }))
        .hasMessage("after it sent");

    assertThat(ledger()).containsExactly("command");
  }

  @Test
  void retriesALostRaceInATransactionOfItsOwn() {
    AtomicInteger attempts = new AtomicInteger();
    GiveBack overtaken =
        new GiveBack(
            "raced",
            id -> {
              if (attempts.incrementAndGet() == 1) {
                appendElsewhere(id);
              }
            });

    inAHandler(
        () -> {
          detached().send(new Take("raced")).join();
          detached().send(overtaken).join();

          assertThat(eventsSeenElsewhere("raced")).isEqualTo(3);
        });
    assertThat(attempts).hasValue(2);
  }

  @Test
  void reportsARuleOfTheDomainAsItIs() {
    detached().send(new Take("ruled")).join();

    assertThat(detached().send(new Take("ruled")))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(AlreadyTaken.class);
  }

  @Test
  void passesOnTheCorrelationOfTheHandler() {
    inAHandler(() -> detached().send(new Take("traced")).join());

    assertThat(node.getBean(EventStore.class).readEvents("traced").asStream())
        .extracting(EventMessage::getMetaData)
        .allSatisfy(metaData -> assertThat(metaData).containsEntry("traceId", "the handler's"));
  }

  /** As an event processor runs a handler: in a unit of work with a transaction. */
  private void inAHandler(Runnable handler) {
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
    work.registerCorrelationDataProvider(event -> Map.of("traceId", "the handler's"));
    work.attachTransaction(node.getBean(TransactionManager.class));
    work.execute(handler, RollbackConfigurationType.ANY_THROWABLE);
  }

  /** On a thread of its own, so that it neither joins the overtaken transaction nor its lock. */
  private void appendElsewhere(String ticket) {
    CompletableFuture.runAsync(() -> node.getBean(EventStore.class).publish(Toys.taken(ticket, 1)))
        .join();
  }

  private DetachedCommands detached() {
    return node.getBean(DetachedCommands.class);
  }

  private CommandGateway gateway() {
    return node.getBean(CommandGateway.class);
  }

  private JdbcClient jdbc() {
    return node.getBean(JdbcClient.class);
  }

  private List<String> ledger() {
    return elsewhere.sql("SELECT entry FROM ledger").query(String.class).list();
  }

  private long eventsSeenElsewhere(String ticket) {
    return elsewhere
        .sql("SELECT count(*) FROM command.domainevententry WHERE aggregateidentifier = ?")
        .param(ticket)
        .query(Long.class)
        .single();
  }
}
