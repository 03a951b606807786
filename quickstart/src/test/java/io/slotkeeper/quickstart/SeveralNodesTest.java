package io.slotkeeper.quickstart;

import static io.slotkeeper.quickstart.Cluster.COMMAND;
import static io.slotkeeper.quickstart.Cluster.QUERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.quickstart.Customers.Promise;
import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes of each service on one PostgreSQL and one Redis, as behind a proxy that sends each
 * request to any of them. One long story, since starting them is what takes its time.
 */
class SeveralNodesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(20);

  /** Of a node that stops: before its claims, of which none is older than 5 s, expire after 10. */
  private static final Duration RELEASED = Duration.ofSeconds(5);

  private static final Duration APPROVAL_WINDOW = Duration.ofHours(2);
  private static final int CROWD = 16;

  /** Some hours after the first free slot. */
  private static final int LATER = 20;

  private static final int UNDER_WAY = 4;
  private static final int PROMISES = 100;
  private static final File PSQL = new File("/usr/bin/psql");
  private static final String UNANSWERED = "+34612990001";
  private static final String REMINDED = "+34612990002";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path scratch;

  private Cluster cluster;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void starts() throws IOException {
    cluster = new Cluster(scratch);
    // Those that need the others' tables first.
    for (var name : List.of("query-1", "query-2")) {
      cluster.start(name, QUERY);
    }
    for (var name : List.of("command-1", "command-2")) {
      cluster.start(name, COMMAND);
    }
    cluster.nodes(QUERY).forEach(NodeProcess::awaitHealthy);
    cluster.nodes(COMMAND).forEach(NodeProcess::awaitHealthy);
  }

  @AfterEach
  void stops() {
    threads.close();
    cluster.close();
  }

  @Test
  void decidesAnswersAndRemembersAsOne() throws Exception {
    var slots = PromisedSlots.open(cluster.commands().as(Cluster.ADMIN), cluster.queries());
    List<String> free = new ArrayList<>(slots.free());
    // Late in the day the first ones would begin before the clocks are moved, or by that.
    var afterAll = Clock.systemUTC().instant().plus(APPROVAL_WINDOW).plus(APPROVAL_WINDOW);
    free.removeIf(slot -> SlotId.parse(slot).start().isBefore(afterAll));

    givesASlotToOneOfACrowd(free.removeFirst());
    answersARepeatedRequestOnTheOtherNode(free.removeFirst());
    sharesLimits(free.getFirst());
    expiresAndRemindsOnce(SlotId.parse(free.get(1000)).start());
    finishesWhatIsUnderWay(free);
    keepsPromisesWhileNodesAreKilled(slots, free);

    // Everything has long happened that could have happened twice.
    assertThat(cluster.received(UNANSWERED)).hasSize(2);
    assertThat(cluster.received(REMINDED)).hasSize(3);
    if (PSQL.canExecute()) {
      assertThat(cluster.rehearseRestore()).contains("everything holds that must", "PASSED");
    }
  }

  private void givesASlotToOneOfACrowd(String slot) {
    var answers =
        atOnce(CROWD, each -> cluster.commands().post("/api/bookings", Customers.request(slot)));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.expectProblem(409, "slot-taken"));
    Answer booked = answers.stream().filter(each -> each.status() == 201).findFirst().orElseThrow();
    for (var node : cluster.nodes(QUERY)) {
      node.http()
          .as(booked.text("manageToken"))
          .getAfter(booked, "/api/bookings/" + booked.text("bookingId"))
          .expect(200);
    }
  }

  private void answersARepeatedRequestOnTheOtherNode(String slot) {
    var request = Customers.request(slot);
    var answers =
        cluster.nodes(COMMAND).stream()
            .map(node -> node.http().with("Idempotency-Key", "key-of-the-story"))
            .map(node -> node.post("/api/bookings", request).expect(201))
            .toList();

    assertThat(answers).hasSize(2).extracting(Answer::body).containsOnly(answers.getFirst().body());
  }

  private void sharesLimits(String slot) {
    List<Http> nodes =
        IntStream.range(0, 2 * Cluster.PERMITS)
            .mapToObj(each -> each % 2 == 0 ? cluster.queries() : cluster.commands())
            .toList();

    var refused =
        nodes.stream()
            .map(node -> node.get("/api/slots/" + slot))
            .filter(answer -> answer.status() == 429)
            .toList();

    assertThat(refused).hasSize(nodes.size() - Cluster.PERMITS);
  }

  private void expiresAndRemindsOnce(Instant start) throws IOException {
    var due =
        Duration.between(Clock.systemUTC().instant().plus(APPROVAL_WINDOW), start)
            .truncatedTo(ChronoUnit.SECONDS);
    var shop =
        PromisedSlots.open(
            cluster.commands().as(Cluster.ADMIN),
            cluster.queries(),
            Map.of("approval", "MANUAL", "reminders", List.of(due.toString())));
    var free = shop.free();
    String last =
        free.stream()
            .filter(each -> SlotId.parse(each).start().equals(start))
            .findFirst()
            .orElseThrow();
    Answer late = book(free.get(LATER), UNANSWERED);
    Answer kept = book(last, REMINDED);
    cluster
        .commands()
        .as(shop.apiKey())
        .post("/api/bookings/%s/confirm".formatted(kept.text("bookingId")))
        .expect(200);
    await().atMost(PATIENCE).until(() -> cluster.received(UNANSWERED).size() == 1);
    await().atMost(PATIENCE).until(() -> cluster.received(REMINDED).size() == 2);

    cluster.pass(APPROVAL_WINDOW.plusSeconds(1));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(cluster.received(UNANSWERED)).hasSize(2);
              assertThat(cluster.received(REMINDED)).hasSize(3);
            });
    assertThat(cluster.events(late.text("bookingId"), "booking.expired")).isOne();
  }

  private void finishesWhatIsUnderWay(List<String> free) throws Exception {
    NodeProcess command = ownerOf("command");
    NodeProcess query = ownerOf("query");
    List<CompletableFuture<Answer>> underWay;
    // Nothing can be appended while somebody reads the table so.
    try (var connection = cluster.database().dataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE command.DomainEventEntry IN SHARE MODE");
      underWay =
          IntStream.range(0, UNDER_WAY)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () ->
                              command
                                  .http()
                                  .post("/api/bookings", Customers.request(free.get(each))),
                          threads))
              .toList();
      await().atMost(PATIENCE).until(() -> cluster.bookingsUnderWay(command) == UNDER_WAY);

      command.stop();
      query.stop();

      measureTakeOver("stopped", RELEASED, Map.of("command", command, "query", query));
      await().atMost(PATIENCE).until(() -> command.refusesConnections());
      assertThat(underWay).noneMatch(CompletableFuture::isDone);
      connection.rollback();
    }
    for (var answer : underWay) {
      free.remove(answer.get().expect(201).text("slotId"));
    }
    command.process().waitFor();
    query.process().waitFor();
    List.of("command", "query").forEach(this::migratesAsANewerVersionWould);
    var again = cluster.start(command.name(), COMMAND);
    cluster.start(query.name(), QUERY).awaitHealthy();
    again.awaitHealthy();
  }

  /** Then the others are old nodes, which start and go on. */
  private void migratesAsANewerVersionWould(String schema) {
    cluster
        .sql()
        .sql(
            """
            INSERT INTO %s.flyway_schema_history (installed_rank, version, description, type,
              script, checksum, installed_by, execution_time, success)
            VALUES (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'newer', 1, true)
            """
                .formatted(schema))
        .update();
    cluster.database().execute("ALTER TABLE %s.TokenEntry ADD COLUMN newer text".formatted(schema));
  }

  private void keepsPromisesWhileNodesAreKilled(PromisedSlots slots, List<String> free)
      throws Exception {
    List<Promise> promises;
    var rebuilds = new Rebuilds(cluster);
    var nodes = cluster.nodes(COMMAND).stream().map(NodeProcess::url).toList();
    NodeProcess command = ownerOf("command");
    try (var customers = new Customers(nodes, free)) {
      await().atMost(PATIENCE).until(() -> customers.promised() >= PROMISES);
      // Each node leads a rebuild of its own; this one has all segments to lose besides.
      NodeProcess query = ownerOf("query");
      rebuilds.begin();
      await().atMost(PATIENCE).pollInterval(SOON).until(() -> rebuilds.isReplaying(query));

      query.kill();
      command.kill();

      measureTakeOver("killed", PATIENCE, Map.of("command", command, "query", query));
      promises = customers.promises();
      assertThat(customers.refusals()).isEmpty();
    }
    rebuilds.awaitDone();
    // They are cleared away just after the end.
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(rebuilds.leftovers()).isEmpty());
    var now = new PromisedSlots(cluster.queries(), slots.business(), slots.apiKey());
    assertThat(promises).hasSizeGreaterThanOrEqualTo(PROMISES).allSatisfy(now::isKept);
    List<String> holders = now.holders();
    assertThat(holders).doesNotHaveDuplicates();
    assertThat(new HashSet<>(holders)).containsAll(promises.stream().map(Promise::slotId).toList());
    assertThat(now.free()).doesNotContainAnyElementsOf(holders);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(now.all("notifications").map(each -> each.path("bookingId").asString()))
                    .containsAll(promises.stream().map(Promise::bookingId).toList()));
  }

  private List<Answer> atOnce(int count, IntFunction<Answer> request) {
    return IntStream.range(0, count)
        .mapToObj(each -> CompletableFuture.supplyAsync(() -> request.apply(each), threads))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private Answer book(String slot, String phone) {
    return cluster.commands().post("/api/bookings", Customers.request(slot, phone)).expect(201);
  }

  /** A node that has something to hand over. */
  private NodeProcess ownerOf(String schema) {
    await().atMost(PATIENCE).until(() -> !cluster.owners(schema).contains(""));
    return cluster.named(cluster.owners(schema).getFirst());
  }

  /** How long it takes until no segment belongs to a node that is gone. */
  private void measureTakeOver(String how, Duration limit, Map<String, NodeProcess> gone) {
    long begin = System.nanoTime();
    Map<String, Duration> taken = new TreeMap<>();
    await()
        .atMost(limit)
        .pollInterval(SOON)
        .until(
            () -> {
              gone.forEach(
                  (schema, node) -> {
                    var owners = cluster.owners(schema);
                    if (!owners.contains(node.name()) && !owners.contains("")) {
                      taken.putIfAbsent(schema, Duration.ofNanos(System.nanoTime() - begin));
                    }
                  });
              return taken.keySet().equals(gone.keySet());
            });
    System.out.printf("Segments of %s nodes were taken over after %s%n", how, taken);
  }
}
