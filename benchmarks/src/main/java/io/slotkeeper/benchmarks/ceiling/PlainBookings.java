package io.slotkeeper.benchmarks.ceiling;

import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A booking as the least that stores the same: the claim of the slot, what happened, and the answer
 * to the key, in one transaction of three statements, in tables made by command-service's own
 * migrations.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@WebOnly
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class
})
@Import(PlainBookingController.class)
public class PlainBookings {

  /** The migrations that make the tables with all their constraints and indexes. */
  private static final String[] MIGRATIONS = {
    "V1__event_store", "V2__slot_claim", "V9__idempotency", "V10__events_by_day"
  };

  /** Starts it in this JVM. */
  public static void main(String[] arguments) {
    CeilingStart.run(PlainBookings.class, arguments);
  }

  /**
   * Makes the tables, on the server that the services use.
   *
   * @param name of their database, which is new
   */
  public static TestDatabase tables(Stage stage, String name) {
    var database = stage.postgres().create(name);
    var script = new ResourceDatabasePopulator();
    for (var each : MIGRATIONS) {
      script.addScript(new ClassPathResource("db/command-service/%s.sql".formatted(each)));
    }
    database.execute("CREATE SCHEMA command");
    // Where btree_gist's operator classes are, as in a session of Flyway.
    database.execute("ALTER DATABASE %s SET search_path = command, public".formatted(name));
    script.execute(database.dataSource());
    return database;
  }

  /**
   * Starts it in a process of its own.
   *
   * @param name of the process
   * @param sizes of what the services store, so that this stores as much
   */
  public static ServiceProcess start(
      Stage stage, String name, TestDatabase tables, StoredSizes sizes) {
    Map<String, Object> settings = new TreeMap<>(stage.serverSettings(tables));
    settings.putAll(sizes.settings());
    return stage.program(name, PlainBookings.class, settings, CeilingStart.READY);
  }
}
