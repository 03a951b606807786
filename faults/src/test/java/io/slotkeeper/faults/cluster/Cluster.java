package io.slotkeeper.faults.cluster;

import io.slotkeeper.faults.client.Http;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestRedis;
import io.slotkeeper.testing.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * Two nodes of each service, as their jars, on one PostgreSQL and one Redis. Starting it takes a
 * quarter of a minute, so that all tests share one; each leaves it healed.
 */
public final class Cluster implements AutoCloseable {

  /** What administrators present to every node. */
  public static final String ADMIN = "token-of-the-cluster";

  /** Where each caller may only ask a few times a minute. */
  public static final String LIMITED_PATH = "/api/slots/{slotId}/explain";

  /** How often that is. */
  public static final int PERMITS = 5;

  private static final int MANY = 1_000_000;
  private static final int NODES = 2;
  private static final Duration SOON_HEALTHY = Duration.ofMinutes(2);
  private static final Path LOGS = Path.of("target", "faults");

  private final Path data;
  private final PostgresServer postgres;
  private final TestDatabase database;
  private final TestRedis redisServer;
  private final Redis redis;
  private final FrontDoor frontDoor;
  private final WhatsApp whatsApp;
  private final List<Node> nodes = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private boolean postgresIsDown;
  private boolean postgresIsFrozen;

  private Cluster(Path data) {
    this.data = data;
    this.postgres = PostgresServer.start(data, Map.of());
    this.database = postgres.create("slotkeeper");
    this.redisServer = TestRedis.start();
    this.redis = new Redis(redisServer);
    this.frontDoor = new FrontDoor(() -> next(Service.COMMAND).http().base());
    this.whatsApp = new WhatsApp(frontDoor.webhook());
  }

  /** Starts it, and waits until every node answers. */
  public static Cluster start() {
    try {
      Files.createDirectories(LOGS);
      var cluster = new Cluster(Files.createTempDirectory(LOGS, "postgres-"));
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::killAll, "kill-cluster"));
      cluster.startNodes();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startNodes() throws IOException {
    for (var service : Service.values()) {
      for (int number = 1; number <= NODES; number++) {
        String name = service.nodeName(number);
        Path log = LOGS.resolve(name + ".log");
        Files.deleteIfExists(log);
        nodes.add(Node.start(name, service, number == 1, settings(), log));
      }
    }
    nodes.forEach(Node::awaitAnswers);
  }

  private void killAll() {
    nodes.forEach(Node::kill);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(database.springProperties());
    settings.put("spring.data.redis.host", redisServer.host());
    settings.put("spring.data.redis.port", redisServer.port());
    settings.put("slotkeeper.security.admin-token", ADMIN);
    // So many that nobody meets them, but on the one path.
    settings.put("slotkeeper.limits.policies.api.permits", MANY);
    settings.put("slotkeeper.limits.policies.booking.permits", MANY);
    settings.put("slotkeeper.limits.failures.permits", MANY);
    settings.put("slotkeeper.limits.policies.few.permits", PERMITS);
    settings.put("slotkeeper.limits.policies.few.paths", LIMITED_PATH);
    settings.putAll(whatsApp.settings());
    // Minutes would be longer than the tests. A report may take seconds, where two processors do
    // everything.
    settings.put("slotkeeper.whatsapp.connect-timeout", "1s");
    settings.put("slotkeeper.whatsapp.read-timeout", "1s");
    settings.put("slotkeeper.whatsapp.longest-doubt", "10s");
    settings.put("slotkeeper.whatsapp.breaker.open-for", "2s");
    return settings;
  }

  /** All nodes, be they dead or alive. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  public List<Node> nodes(Service service) {
    return nodes.stream().filter(node -> node.service() == service).toList();
  }

  /** The node whose turn it is, of those that live if any does. */
  public Node next(Service service) {
    var all = nodes(service);
    var alive = all.stream().filter(Node::isAlive).toList();
    var choice = alive.isEmpty() ? all : alive;
    return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
  }

  /** The next node of command-service. */
  public Http commands() {
    return next(Service.COMMAND).http();
  }

  /** The next node of query-service. */
  public Http queries() {
    return next(Service.QUERY).http();
  }

  public TestDatabase database() {
    return database;
  }

  public Redis redis() {
    return redis;
  }

  /** What could not be sent is tried again by and by, at last once in minutes; here it is now. */
  public void tryLettersNow() {
    commands().as(ADMIN).post("/api/admin/dead-letters/whatsapp-delivery/retry").expect(200);
  }

  public WhatsApp whatsApp() {
    return whatsApp;
  }

  /** Ends PostgreSQL as by a loss of power, immediately. */
  public void crashPostgres() {
    if (!postgresIsDown) {
      thawPostgres();
      postgres.crash();
      postgresIsDown = true;
    }
  }

  /** Starts it again after a crash. */
  public void restartPostgres() {
    if (postgresIsDown) {
      postgres.restart();
      postgresIsDown = false;
    }
  }

  /** It keeps its connections, and answers nothing. */
  public void freezePostgres() {
    if (!postgresIsDown) {
      postgres.freeze();
      postgresIsFrozen = true;
    }
  }

  /** Lets it go on, where it was frozen. */
  public void thawPostgres() {
    if (postgresIsFrozen) {
      postgres.thaw();
      postgresIsFrozen = false;
    }
  }

  /** Ends all faults and starts what was killed, without waiting for nodes. */
  public void mend() {
    thawPostgres();
    restartPostgres();
    redis.heal();
    whatsApp.heal();
    nodes.forEach(Node::thaw);
    nodes.forEach(Node::startAgain);
  }

  /** Ends all faults, and waits until nothing is away or degraded. */
  public void heal() {
    mend();
    nodes.forEach(Node::awaitAnswers);
    nodes.forEach(node -> node.awaitUp(SOON_HEALTHY));
  }

  /** Ends every process of it, and deletes what PostgreSQL has stored. */
  @Override
  public void close() {
    nodes.forEach(Node::end);
    whatsApp.close();
    frontDoor.close();
    thawPostgres();
    if (!postgresIsDown) {
      postgres.close();
    }
    redis.heal();
    redisServer.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
