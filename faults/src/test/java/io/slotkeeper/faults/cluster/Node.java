package io.slotkeeper.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.client.Http;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One node of a service, which keeps its name and its ports when it is started again. */
public final class Node {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final String HEALTH = "/api/health";

  private final String name;
  private final Service service;
  private final Layout layout;
  private final boolean archiving;
  private final Map<String, Object> settings;
  private final Path log;
  private final URI management;
  private volatile ServiceProcess process;
  private volatile boolean frozen;

  private Node(String name, Service service, boolean archiving, Map<String, ?> settings, Path log) {
    int port = ServiceProcess.freePort();
    int managementPort = ServiceProcess.freePort();
    this.name = name;
    this.service = service;
    this.layout = Layout.of(service);
    this.archiving = archiving && !layout.hasArchive();
    this.settings = new HashMap<>(settings);
    this.settings.put("server.port", port);
    this.settings.put("management.server.port", managementPort);
    this.settings.put("slotkeeper.event-store.node-id", name);
    this.settings.put("spring.datasource.hikari.data-source-properties.ApplicationName", name);
    this.log = log;
    this.management = URI.create("http://127.0.0.1:" + managementPort);
    this.process = run();
  }

  /**
   * Starts one, and does not wait for it.
   *
   * @param archiving whether it may leave an archive of classes for later runs
   */
  static Node start(
      String name, Service service, boolean archiving, Map<String, ?> settings, Path log) {
    return new Node(name, service, archiving, settings, log);
  }

  private ServiceProcess run() {
    return ServiceProcess.start(name, layout.arguments(archiving), settings, log);
  }

  /** That its segments and its connections to PostgreSQL carry. */
  public String name() {
    return name;
  }

  public Service service() {
    return service;
  }

  public Http http() {
    return Http.anyone(process.url());
  }

  /** Where metrics and probes are. */
  public Http management() {
    return Http.anyone(management);
  }

  /** The process that serves now; another one after each start. */
  public ProcessHandle process() {
    return process.process().toHandle();
  }

  public boolean isAlive() {
    return process().isAlive();
  }

  /** Whether it runs and is not frozen. */
  public boolean isAwake() {
    return isAlive() && !frozen;
  }

  /** Kill -9. */
  public void kill() {
    process.kill();
    frozen = false;
  }

  /** It keeps its connections, and answers nothing. */
  public void freeze() {
    if (isAwake()) {
      frozen = true;
      process.freeze();
    }
  }

  /** Lets it go on, where it was frozen. */
  public void thaw() {
    if (frozen) {
      process.thaw();
      frozen = false;
    }
  }

  /** Ends it: gently where that leaves something behind for later runs. */
  void end() {
    if (archiving && isAwake()) {
      process.stop();
      process.process().onExit().completeOnTimeout(process.process(), 40, TimeUnit.SECONDS).join();
    }
    kill();
  }

  /** Starts it again where it has ended, without waiting for it. */
  public void startAgain() {
    if (!isAlive()) {
      process = run();
    }
  }

  /** Whether it answers that it can work, be it degraded. */
  public boolean answers() {
    return http().within(Duration.ofSeconds(1)).get(HEALTH).status() == 200;
  }

  /** Waits until it can work, be it degraded. */
  public void awaitAnswers() {
    await().atMost(PATIENCE).pollInterval(SOON).until(() -> !isAlive() || answers());
    assertThat(isAlive()).as("%s lives; see %s", name, log).isTrue();
  }

  /** Waits until nothing of it is away or behind. */
  public void awaitUp(Duration limit) {
    await(name)
        .atMost(limit)
        .pollInterval(SOON)
        .untilAsserted(
            () -> assertThat(http().get(HEALTH).expect(200).text("status")).isEqualTo("UP"));
  }
}
