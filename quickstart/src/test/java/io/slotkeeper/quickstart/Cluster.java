package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.simulator.SentMessage;
import io.slotkeeper.quickstart.simulator.Simulator;
import io.slotkeeper.quickstart.simulator.SimulatorSettings;
import io.slotkeeper.quickstart.stories.Http;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import io.slotkeeper.testing.TestRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes of both services on one PostgreSQL and one Redis, spoken to in turn. */
final class Cluster implements AutoCloseable {

  static final String ADMIN = "token-of-the-cluster";
  static final int PERMITS = 6;
  static final String COMMAND = "command-service";
  static final String QUERY = "query-service";

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final Path logs;
  private final Simulator simulator;
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private Duration ahead = Duration.ZERO;

  Cluster(Path logs) {
    this.logs = logs;
    this.simulator =
        Simulator.start(
            new SimulatorSettings(
                0,
                "100200300400500",
                "+34910000000",
                "token-of-the-simulator",
                "secret-of-the-simulator",
                // Nobody stands before the nodes who would share webhooks out.
                new CompletableFuture<>(),
                Clock.systemUTC(),
                new ApprovedTemplates()));
  }

  /** Starts one more node, without waiting for it. */
  NodeProcess start(String name, String service) throws IOException {
    var node = NodeProcess.start(name, service, ahead, settings(), logs.resolve(name + ".log"));
    nodes.add(node);
    return node;
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(database.springProperties());
    settings.put("spring.data.redis.host", TestRedis.shared().host());
    settings.put("spring.data.redis.port", TestRedis.shared().port());
    // Requests are held in the middle of their transactions.
    settings.put(
        "spring.datasource.hikari.data-source-properties.options", "-c lock_timeout=20000");
    settings.put("slotkeeper.security.admin-token", ADMIN);
    settings.put("slotkeeper.limits.policies.api.permits", 1_000_000);
    settings.put("slotkeeper.limits.policies.booking.permits", 1_000_000);
    settings.put("slotkeeper.limits.policies.shared.permits", PERMITS);
    settings.put("slotkeeper.limits.policies.shared.paths", "/api/slots/{slotId}");
    settings.put("slotkeeper.whatsapp.base-url", simulator.url());
    settings.put("slotkeeper.whatsapp.phone-number-id", "100200300400500");
    settings.put("slotkeeper.whatsapp.access-token", "token-of-the-simulator");
    settings.put("slotkeeper.whatsapp.app-secret", "secret-of-the-simulator");
    settings.put("slotkeeper.whatsapp.longest-doubt", "3s");
    // Slow enough to be killed in the middle.
    settings.put("slotkeeper.projections.rebuild-segments", 1);
    settings.put("slotkeeper.projections.rebuild-batch", 2);
    return settings;
  }

  /** The nodes of a service that live. */
  List<NodeProcess> nodes(String service) {
    return nodes.stream()
        .filter(node -> node.service().equals(service) && node.process().isAlive())
        .toList();
  }

  /** The next node's turn, whoever asks. */
  Http commands() {
    return next(COMMAND);
  }

  Http queries() {
    return next(QUERY);
  }

  private Http next(String service) {
    var alive = nodes(service);
    return alive.get(Math.floorMod(turn.getAndIncrement(), alive.size())).http();
  }

  NodeProcess named(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name) && node.process().isAlive())
        .findFirst()
        .orElseThrow();
  }

  /** Sets all clocks forward. */
  void pass(Duration duration) throws IOException {
    ahead = ahead.plus(duration);
    for (var node : nodes) {
      if (node.process().isAlive()) {
        node.pass(duration);
      }
    }
  }

  /** What was sent to a phone. */
  List<SentMessage> received(String phone) {
    return simulator.received().stream().filter(each -> each.to().equals(phone)).toList();
  }

  JdbcClient sql() {
    return JdbcClient.create(database.dataSource());
  }

  TestDatabase database() {
    return database;
  }

  /**
   * Who owns the segments of a service, one entry for each; empty words for nobody. Not those of
   * rebuilds: what a dead node has left of one waits until who lives has ended its own.
   */
  List<String> owners(String schema) {
    return sql()
        .sql(
            """
            SELECT coalesce(owner, '') FROM %s.TokenEntry WHERE processorName NOT LIKE '%%-next'
            """
                .formatted(schema))
        .query(String.class)
        .list();
  }

  /** How many events of a kind an aggregate has. */
  long events(String aggregate, String name) {
    return sql()
        .sql(
            """
            SELECT count(*) FROM command.DomainEventEntry
             WHERE aggregateIdentifier = ? AND payloadType = ?
            """)
        .params(aggregate, name)
        .query(Long.class)
        .single();
  }

  /**
   * Bookings that a node holds, and not what it writes beside them, such as reports of messages.
   */
  long bookingsUnderWay(NodeProcess node) {
    return sql()
        .sql(
            """
            SELECT count(*) FROM pg_locks AS awaited JOIN pg_stat_activity USING (pid)
             WHERE NOT awaited.granted AND application_name = ?
               AND awaited.relation = 'command.domainevententry'::regclass
               AND EXISTS (SELECT FROM pg_locks AS held
                            WHERE held.pid = awaited.pid AND held.granted
                              AND held.relation = 'command.slot_claim'::regclass
                              AND held.mode = 'RowExclusiveLock')
            """)
        .param(node.name())
        .query(Long.class)
        .single();
  }

  /** Ends all nodes and restores a copy of what they have left; what the script says of it. */
  String rehearseRestore() throws IOException, InterruptedException {
    nodes.forEach(NodeProcess::close);
    var builder =
        new ProcessBuilder(Path.of("../ops/backup/rehearse.sh").toRealPath().toString())
            .redirectErrorStream(true);
    builder.environment().put("SOURCE", database.url().replaceFirst("^jdbc:", ""));
    builder.environment().put("METHOD", "template");
    builder.environment().put("TARGET", database.name() + "_rehearsal");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
    simulator.close();
  }
}
