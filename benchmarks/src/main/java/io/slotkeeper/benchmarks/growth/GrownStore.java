package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.growth.year.GeneratedStore;
import io.slotkeeper.benchmarks.growth.year.StoreWriter;
import io.slotkeeper.benchmarks.growth.year.Year;
import io.slotkeeper.benchmarks.servers.ProcessorTimes;
import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestRedis;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store that has grown for a year, and services on it, on the PostgreSQL of a stage and with a
 * Redis of their own.
 */
public final class GrownStore implements AutoCloseable {
  private static final long SEED = 20260101;

  /** The last messages of the year are read half an hour after its end. */
  private static final Duration AGO = Duration.ofHours(1);

  private static final AtomicInteger STORES = new AtomicInteger();

  private final Stage stage;
  private final TestRedis redis = TestRedis.start();
  private final int number;
  private final TestDatabase database;
  private final GeneratedStore store;
  private final Duration writing;

  private GrownStore(Stage stage, long events) {
    this.stage = stage;
    this.number = STORES.incrementAndGet();
    this.database = stage.postgres().create("grown_" + number);
    var end = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(AGO);
    long begin = System.nanoTime();
    this.store = StoreWriter.write(database.dataSource(), new Year(SEED + number, events, end));
    this.writing = Duration.ofNanos(System.nanoTime() - begin);
  }

  /**
   * Writes one.
   *
   * @param events about how many
   */
  public static GrownStore write(Bench bench, long events) {
    bench.progress().now("writing a store of %,d events".formatted(events));
    return new GrownStore(bench.stage(), events);
  }

  /** What is in it. */
  public GeneratedStore store() {
    return store;
  }

  /** Where it is. */
  public TestDatabase database() {
    return database;
  }

  /** How long it took to write it. */
  public Duration writing() {
    return writing;
  }

  /** The command-service. */
  public ServiceProcess commands() {
    return service("command-service", "", Map.of());
  }

  /** The query-service. */
  public ServiceProcess queries() {
    // It makes a secret that the other one waits for.
    commands();
    return service("query-service", "", Map.of());
  }

  /** One more node of query-service, which does not use Redis. */
  public ServiceProcess queriesWithoutCache() {
    commands();
    return service("query-service", "-uncached", Map.of("slotkeeper.cache.enabled", false));
  }

  /**
   * A node on this store.
   *
   * @param kind ends its name; the same one is the same node
   * @param more settings beside those of all nodes
   */
  public ServiceProcess service(String module, String kind, Map<String, ?> more) {
    Map<String, Object> settings = new TreeMap<>(stage.serverSettings(database));
    settings.put("spring.data.redis.host", redis.host());
    settings.put("spring.data.redis.port", redis.port());
    settings.put("slotkeeper.limits.policies.api.permits", 1_000_000);
    settings.put("slotkeeper.limits.policies.booking.permits", 1_000_000);
    settings.put("slotkeeper.limits.failures.permits", 1_000_000);
    settings.putAll(store.settings());
    settings.putAll(more);
    return stage.service(name(module, kind), module, settings);
  }

  /** Time on processors of nodes on this store, and of the servers that they use. */
  public ProcessorTimes processors(ServiceProcess... services) {
    return stage.processors(redis, services);
  }

  private String name(String module, String kind) {
    return "%s%s-%d".formatted(module, kind, number);
  }

  /** Ends the node of this kind, where it runs. */
  public void end(String module, String kind) {
    stage.end(name(module, kind));
  }

  @Override
  public void close() {
    for (var module : new String[] {"query-service", "command-service"}) {
      for (var kind : new String[] {"", "-uncached"}) {
        end(module, kind);
      }
    }
    redis.close();
    stage.database().execute("DROP DATABASE %s WITH (FORCE)".formatted(database.name()));
  }
}
