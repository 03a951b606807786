package io.slotkeeper.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all the tests of a JVM; it stops with the JVM. */
public final class TestPostgres {

  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** A new database that nobody else uses. */
  public static TestDatabase freshDatabase() {
    EmbeddedPostgres server = Server.RUNNING;
    String name = "test_" + DATABASES.incrementAndGet();
    database(server, USER).execute("CREATE DATABASE " + name);
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
