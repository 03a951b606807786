package io.slotkeeper.platform.commands;

import io.slotkeeper.platform.toy.TicketApplication;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handles a command by SQL of the test's own making. */
class Ledger {

  record Work(Consumer<JdbcClient> sql) {}

  /** A node with tickets and a ledger. */
  @Import({TicketApplication.class, Ledger.class})
  static class LedgerApplication {}

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @CommandHandler
  void handle(Work command) {
    command.sql().accept(jdbc);
  }

  static Work write(String entry) {
    return new Work(jdbc -> write(jdbc, entry));
  }

  static Work writeAndFail(String entry) {
    return new Work(
        jdbc -> {
          write(jdbc, entry);
          throw new IllegalStateException("after it wrote");
        });
  }

  static Work divideByZero() {
    return new Work(jdbc -> jdbc.sql("SELECT 1 / 0").query(Integer.class).single());
  }

  static void write(JdbcClient jdbc, String entry) {
    jdbc.sql("INSERT INTO ledger VALUES (?)").param(entry).update();
  }
}
