package io.slotkeeper.quickstart;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.quickstart.demo.Demo;
import io.slotkeeper.quickstart.demo.DemoSetup;
import io.slotkeeper.quickstart.demo.JsonApi;
import io.slotkeeper.quickstart.embedded.DataDirectory;
import io.slotkeeper.quickstart.embedded.EmbeddedDatabase;
import io.slotkeeper.quickstart.embedded.EmbeddedRedis;
import io.slotkeeper.quickstart.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Slotkeeper in one process: PostgreSQL, Redis, both services and the demo. */
public final class Quickstart implements AutoCloseable {

  private static final String ADMIN_TOKEN = "admin-token";

  private final Started started;
  private final Services services;
  private final Simulator simulator;
  private final Path dataDirectory;
  private final String adminToken;
  private final Demo demo;

  private Quickstart(
      Started started,
      Services services,
      Simulator simulator,
      Path dataDirectory,
      String adminToken,
      Demo demo) {
    this.started = started;
    this.services = services;
    this.simulator = simulator;
    this.dataDirectory = dataDirectory;
    this.adminToken = adminToken;
    this.demo = demo;
  }

  /** Answers when everything is ready, the demo included. */
  public static Quickstart start(QuickstartOptions options) {
    return start(options, line -> {}, new Started());
  }

  static Quickstart start(QuickstartOptions options, Consumer<String> progress, Started started) {
    try {
      return run(options, progress, started);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static Quickstart run(
      QuickstartOptions options, Consumer<String> progress, Started started) {
    Logging.begin();
    requireFreePorts(options);
    DataDirectory directory = started.add(DataDirectory.open(options.dataDirectory()));
    progress.accept("Starting PostgreSQL and Redis in " + directory.path());
    EmbeddedDatabase database = started.add(EmbeddedDatabase.on(directory, options.binaries()));
    EmbeddedRedis redis = started.add(EmbeddedRedis.on(directory));
    if (options.fresh()) {
      database.close();
      redis.close();
      directory.forget();
    }
    database.start();
    Map<String, String> settings = new HashMap<>(common(database));
    if (redis.start()) {
      settings.putAll(cache(redis));
    } else {
      progress.accept("Redis does not start on this machine: going on without a cache");
    }
    String adminToken = options.adminToken().orElseGet(() -> keptAdminToken(directory));
    settings.put("slotkeeper.security.admin-token", adminToken);
    if (options.queryPort() > 0) {
      settings.put("slotkeeper.query-api.base-url", "http://localhost:" + options.queryPort());
    }
    settings.putAll(options.settings());

    progress.accept("Starting the services");
    CompletableFuture<URI> webhook = new CompletableFuture<>();
    SimulatedWhatsApp whatsApp = SimulatedWhatsApp.start(options, webhook, started);
    Services services = Services.start(options, settings, whatsApp.settings(), started);
    webhook.complete(services.command().url().resolve("/webhooks/whatsapp"));
    services.awaitCaughtUp();
    DemoSetup setup =
        new DemoSetup(
            directory,
            new JsonApi(services.command().url()),
            new JsonApi(services.query().url()),
            adminToken,
            services.clock());
    return new Quickstart(
        started, services, whatsApp.simulator(), directory.path(), adminToken, setup.run());
  }

  private static void requireFreePorts(QuickstartOptions options) {
    Ports.requireFree(options.commandPort(), "SLOTKEEPER_COMMAND_PORT");
    Ports.requireFree(options.queryPort(), "SLOTKEEPER_QUERY_PORT");
    Ports.requireFree(options.simulatorPort(), "SLOTKEEPER_SIMULATOR_PORT");
    options.commandManagement().requireFree();
    options.queryManagement().requireFree();
  }

  private static String keptAdminToken(DataDirectory directory) {
    if (directory.read(ADMIN_TOKEN).isEmpty()) {
      directory.write(ADMIN_TOKEN, Secrets.create().newText());
    }
    return directory.read(ADMIN_TOKEN).orElseThrow().strip();
  }

  private static Map<String, String> common(EmbeddedDatabase database) {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", database.user(),
        "spring.datasource.password", database.password(),
        // Two services in one JVM would mix their meters in the one that is global to it.
        "management.metrics.use-global-registry", "false");
  }

  private static Map<String, String> cache(EmbeddedRedis redis) {
    return Map.of(
        "spring.data.redis.host", redis.host(),
        "spring.data.redis.port", Integer.toString(redis.port()),
        "spring.data.redis.password", redis.password());
  }

  public URI commandUrl() {
    return services.command().url();
  }

  public URI queryUrl() {
    return services.query().url();
  }

  /** Where command-service shows its metrics and health. */
  public URI commandManagementUrl() {
    return services.command().managementUrl();
  }

  /** Where query-service shows its metrics and health. */
  public URI queryManagementUrl() {
    return services.query().managementUrl();
  }

  /** The phones of everybody who is told something. */
  public Simulator simulator() {
    return simulator;
  }

  public String adminToken() {
    return adminToken;
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  Clock clock() {
    return services.clock();
  }

  public Demo demo() {
    return demo;
  }

  @Override
  public void close() {
    started.close();
  }
}
