package io.slotkeeper.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One real PostgreSQL for all the tests of a JVM; it stops with the JVM. */
public final class TestPostgres {

  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Map<String, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

  private TestPostgres() {}

  /** A new database that nobody else uses. */
  public static TestDatabase freshDatabase() {
    return create("");
  }

  /**
   * A new database like one that is prepared once for all tests of a JVM, such as by migrations.
   *
   * @param name stands for what is prepared
   * @param preparation leaves no connection open
   */
  public static TestDatabase freshDatabase(String name, Consumer<TestDatabase> preparation) {
    TestDatabase template =
        TEMPLATES.computeIfAbsent(
            name,
            none -> {
              TestDatabase prepared = freshDatabase();
              preparation.accept(prepared);
              return prepared;
            });
    return create(" TEMPLATE " + template.name());
  }

  private static TestDatabase create(String likeWhat) {
    EmbeddedPostgres server = Server.RUNNING;
    String name = "test_" + DATABASES.incrementAndGet();
    database(server, USER).execute("CREATE DATABASE " + name + likeWhat);
    return database(server, name);
  }

  private static TestDatabase database(EmbeddedPostgres server, String name) {
    return new TestDatabase(name, server.getJdbcUrl(USER, name), USER, "");
  }

  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            // Off in the library: a commit would be acknowledged before it is durable.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("timezone", "Asia/Kathmandu")
            .setServerConfig("max_connections", "400")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
