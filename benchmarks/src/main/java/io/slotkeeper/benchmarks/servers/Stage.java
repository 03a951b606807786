package io.slotkeeper.benchmarks.servers;

import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestRedis;
import io.slotkeeper.testing.servers.PostgresServer;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A PostgreSQL, a Redis, both services and whatever else is measured beside them, each in a process
 * of its own and started when it is first asked for. Nothing of it is left when it is closed but
 * what they have logged, below {@code benchmarks/target/logs}.
 */
public final class Stage implements AutoCloseable {

  /** The administrator's token of the services. */
  public static final String ADMIN_TOKEN = "token-of-the-benchmarks";

  /** The options of every JVM that is measured. */
  public static final List<String> JVM = List.of("-Xmx512m");

  private static final String COMMANDS = "command-service";
  private static final String QUERIES = "query-service";
  private static final Set<String> SERVICES = Set.of(COMMANDS, QUERIES);

  /** Sizes that a server of its own would be given; all that makes commits durable stays on. */
  private static final Map<String, String> POSTGRES =
      Map.of(
          // Several nodes run at once where stores of several sizes take turns.
          "max_connections", "300",
          "shared_buffers", "512MB",
          "effective_cache_size", "2GB",
          "max_wal_size", "4GB",
          "checkpoint_timeout", "15min",
          "wal_compression", "on",
          "random_page_cost", "1.1",
          // When a transaction committed is asked of the server itself, to measure lags.
          "track_commit_timestamp", "on");

  /** The most that the services accept. */
  private static final int MOST_PERMITS = 1_000_000;

  private static final String READY = "/api/health";

  private final Path root;
  private final Path directory;
  private final Path logs;
  private final PostgresServer postgres;
  private final TestRedis redis;
  private final TestDatabase database;
  private final SingleConnectionDataSource connection;
  private final JdbcTemplate sql;
  private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();

  private Stage(Path root, Path directory, Path logs) {
    this.root = root;
    this.directory = directory;
    this.logs = logs;
    this.postgres = PostgresServer.start(directory.resolve("postgresql"), POSTGRES);
    this.redis = TestRedis.start();
    this.database = postgres.create("slotkeeper");
    this.connection =
        new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    this.sql = new JdbcTemplate(connection);
    // Nothing goes on alone where somebody interrupts a run.
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-of-stage"));
  }

  /**
   * Starts the servers, empty.
   *
   * @param root of the repository, where the jars of the services are
   */
  public static Stage raise(Path root) {
    try {
      var directory = Files.createTempDirectory("slotkeeper-benchmarks-");
      var logs = root.resolve("benchmarks/target/logs").resolve(directory.getFileName());
      return new Stage(root, directory, Files.createDirectories(logs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server of all databases. */
  public PostgresServer postgres() {
    return postgres;
  }

  /** The Redis of all services. */
  public TestRedis redis() {
    return redis;
  }

  /** Where everything that it starts logs, and what is left of it. */
  public Path logs() {
    return logs;
  }

  /** The services' database. */
  public TestDatabase database() {
    return database;
  }

  /** Asks the services' database, on one connection, for one thread at a time. */
  public JdbcTemplate sql() {
    return sql;
  }

  /** The command-service. */
  public ServiceProcess commands() {
    return service(COMMANDS, COMMANDS, Map.of());
  }

  /** The query-service. */
  public ServiceProcess queries() {
    // Its schema stands beside the one that command-service makes.
    commands();
    return service(QUERIES, QUERIES, Map.of());
  }

  /** One more node of query-service, which does not use Redis. */
  public ServiceProcess queriesWithoutCache() {
    queries();
    return service(QUERIES + "-uncached", QUERIES, Map.of("slotkeeper.cache.enabled", false));
  }

  /**
   * A node of a service, from its jar.
   *
   * @param name of the node; one that runs under it already is taken
   * @param module whose jar it is
   * @param more settings beside those of all services
   */
  public ServiceProcess service(String name, String module, Map<String, ?> more) {
    return running(name, List.of("-jar", jar(module).toString()), settings(more), READY);
  }

  /** The jar that a service runs from. */
  public Path jar(String module) {
    return root.resolve(module).resolve("target").resolve(module + "-exec.jar");
  }

  /** What every node of the services is told: where the servers are, and limits that are far. */
  public Map<String, Object> settings(Map<String, ?> more) {
    Map<String, Object> settings = new TreeMap<>(serverSettings(database));
    settings.put("management.server.port", 0);
    settings.put("slotkeeper.security.admin-token", ADMIN_TOKEN);
    // They count every request, and refuse none.
    for (var limit : List.of("policies.api", "policies.booking", "failures")) {
      settings.put("slotkeeper.limits.%s.permits".formatted(limit), MOST_PERMITS);
      settings.put("slotkeeper.limits.%s.period".formatted(limit), "1s");
    }
    settings.putAll(more);
    return settings;
  }

  /** Where the servers are, for a program that is no node. */
  public Map<String, Object> serverSettings(TestDatabase of) {
    Map<String, Object> settings = new TreeMap<>(of.springProperties());
    settings.put("spring.data.redis.host", redis.host());
    settings.put("spring.data.redis.port", redis.port());
    return settings;
  }

  /**
   * A small program beside the services, with the class path of this one.
   *
   * @param ready a path that it answers with 200 when it is ready
   */
  public ServiceProcess program(
      String name, Class<?> program, Map<String, ?> settings, String ready) {
    return running(
        name,
        List.of("-cp", System.getProperty("java.class.path"), program.getName()),
        settings,
        ready);
  }

  private ServiceProcess running(
      String name, List<String> program, Map<String, ?> settings, String ready) {
    @Nullable ServiceProcess there = running.get(name);
    if (there != null && there.process().isAlive()) {
      return there;
    }
    var command = new ArrayList<>(JVM);
    command.addAll(program);
    var started = ServiceProcess.start(name, command, settings, logs.resolve(name + ".log"));
    running.put(name, started);
    return started.awaitAnswer(ready);
  }

  /** Ends everything but the two services, as after a benchmark. */
  public void clear() {
    running.keySet().stream().filter(name -> !SERVICES.contains(name)).toList().forEach(this::end);
  }

  private void endAll() {
    List.copyOf(running.keySet()).forEach(this::end);
  }

  /** Ends a node or a program, where it runs. */
  public void end(String name) {
    @Nullable ServiceProcess there = running.remove(name);
    if (there != null) {
      there.close();
    }
  }

  /** Time on processors of services and of the servers that they use. */
  public ProcessorTimes processors(ServiceProcess... services) {
    return processors(redis, services);
  }

  /** Time on processors of services that use another Redis. */
  public ProcessorTimes processors(TestRedis theirs, ServiceProcess... services) {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    for (var each : services) {
      processes.put(each.name(), each.process().toHandle());
    }
    processes.put("postgresql", postgres.postmaster());
    processes.put("redis", theirs.process());
    return new ProcessorTimes(processes);
  }

  /** The settings that matter to speed, by name. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("jvm.options", String.join(" ", JVM));
    facts.put(
        "postgresql.version",
        sql.queryForObject("SELECT current_setting('server_version')", String.class));
    sql.query(
        "SELECT name, setting || coalesce(unit, '') FROM pg_settings"
            + " WHERE source = 'configuration file' OR name IN ('fsync', 'wal_sync_method')",
        row -> {
          facts.put("postgresql." + row.getString(1), row.getString(2));
        });
    return facts;
  }

  @Override
  public void close() {
    endAll();
    connection.destroy();
    redis.close();
    postgres.close();
    delete();
  }

  private void delete() {
    try (var files = Files.walk(directory)) {
      for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
