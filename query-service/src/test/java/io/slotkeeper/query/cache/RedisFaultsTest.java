package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.CommandType;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Redis goes away in every way, while readers read and the projections write. Each test begins once
 * the cache answers again after the one before.
 */
class RedisFaultsTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant FIRST = Instant.parse("2026-12-02T09:00:00Z");
  private static final int READS_BETWEEN_CHANGES = 2;
  private static final int ROUNDS = 12;
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final CachedService services = CachedService.start(Map.of());

  private final History history = services.cached().history();
  private final Changes changes = services.changes();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final String path = "/api/businesses/" + salon + "/slots?from=2026-12-02&to=2026-12-30";

  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  @AfterAll
  static void close() {
    services.close();
  }

  @Test
  void answersAsPostgresqlDoesWhateverHappensToRedis() throws Exception {
    changes.apply(history.events());
    services.awaitHit(path);
    double hits = services.count("slots", "hit");
    double fallbacks = services.count("slots", "fallback");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (Callable<@Nullable Void> work :
          List.<Callable<@Nullable Void>>of(this::read, this::read, this::change)) {
        running.add(threads.submit(work));
      }
      try {
        for (var fault : faults()) {
          fault.run();
          awaitRounds();
        }
      } finally {
        done.set(true);
      }
      for (var each : running) {
        each.get();
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(services.count("slots", "hit")).isGreaterThan(hits);
    assertThat(services.count("slots", "fallback")).isGreaterThan(fallbacks);
    services.awaitHit(path);
  }

  @Test
  void comesBackWithinFiveSecondsOfRedis() {
    changes.apply(history.events());
    services.awaitHit(path);
    services.redis().stop();
    services.same(path);
    book();
    services.same(path);

    services.redis().restart();

    await().atMost(Duration.ofSeconds(5)).until(() -> services.isHit(path));
  }

  @Test
  void comesBackWithinFiveSecondsOfAPause() {
    changes.apply(history.events());
    services.awaitHit(path);
    services.ask(redis -> redis.clientPause(3000));
    book();
    services.same(path);
    // Answers once the pause is over.
    services.ask(RedisCommands::ping);

    await().atMost(Duration.ofSeconds(5)).until(() -> services.isHit(path));
  }

  @Test
  void believesNoAnswersThatAnotherRedisKept() {
    changes.apply(history.events());
    services.awaitHit(path);
    var kept = services.<byte[]>ask(redis -> redis.dump(day().value()));
    services.redis().stop();
    services.redis().restart();
    services.awaitHit(path);
    services.ask(redis -> redis.del(day().value()));

    services.ask(redis -> redis.restore(day().value(), 0, kept));

    assertThat(services.isHit(path)).isFalse();
  }

  @Test
  void raisesTheEpochWhereRedisTakesNoChanges() {
    changes.apply(history.events());
    services.awaitHit(path);
    var epoch = epoch();
    services.ask(
        redis ->
            redis.aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.EVAL)));

    book();

    assertThat(epoch()).isGreaterThan(epoch);
    services.same(path);
    services.ask(
        redis -> redis.aclSetuser("default", AclSetuserArgs.Builder.addCommand(CommandType.EVAL)));
    services.awaitHit(path);
  }

  @Test
  void startsWithoutRedisAndFindsItLater() {
    services.redis().stop();
    var database = EventWriter.freshDatabase();
    try (var late =
        QueryService.start(
            database,
            new SettableClock(QueryService.NOW),
            Map.of(
                "slotkeeper.cache.enabled", true,
                "spring.data.redis.host", services.redis().host(),
                "spring.data.redis.port", services.redis().port()))) {
      var story = late.history();
      var id = story.salon(story.newResource());
      new Changes(late).apply(story.events());
      var anyone = new Http(late, null);
      assertThat(anyone.get("/api/businesses/" + id).status()).isEqualTo(200);

      services.redis().restart();

      await().atMost(SOON).until(() -> late.context().getBean(CacheLink.class).trust().reads());
      assertThat(anyone.get("/api/businesses/" + id).status()).isEqualTo(200);
    }
  }

  @Test
  void touchesNothingOfRedisWhenItIsSwitchedOff() {
    changes.apply(history.events());
    new Http(services.plain(), null).raw(path);
    var epoch = epoch();
    var plainChanges = new Changes(services.plain());
    var story = services.plain().history();
    story.salon(story.newResource());

    plainChanges.apply(story.events());

    assertThat(services.plain().context().getBeansOfType(Heartbeat.class)).isEmpty();
    // Nodes that have it switched on must know.
    assertThat(epoch()).isGreaterThan(epoch);
  }

  private List<Runnable> faults() {
    return List.of(
        () -> {},
        () -> services.ask(RedisCommands::flushall),
        () -> services.redis().stop(),
        () -> services.redis().restart(),
        () -> services.ask(redis -> redis.clientPause(1500)),
        () -> services.ask(redis -> redis.configSet("maxmemory", "1")),
        () -> services.ask(redis -> redis.configSet("maxmemory", "0")),
        () -> services.ask(RedisCommands::flushall),
        () -> services.ask(redis -> redis.replicaof("127.0.0.1", 1)),
        () -> services.ask(RedisCommands::replicaofNoOne),
        () -> services.redis().stop(),
        () -> services.redis().restart(),
        () -> services.ask(RedisCommands::flushall));
  }

  private void awaitRounds() {
    int until = changed.get() + ROUNDS;
    await().atMost(SOON).until(() -> changed.get() >= until || done.get());
  }

  /** Where PostgreSQL says the same before and after, that is what the answer must be. */
  private @Nullable Void read() {
    var cached = new Http(services.cached(), null);
    var plain = new Http(services.plain(), null);
    while (!done.get()) {
      var before = plain.raw(path).body();
      var answer = cached.raw(path);
      var after = plain.raw(path).body();
      if (answer.statusCode() != 200 || (before.equals(after) && !answer.body().equals(after))) {
        wrong.add("after " + changed.get() + " changes: " + answer.statusCode());
      }
      reads.incrementAndGet();
    }
    return null;
  }

  /** Nothing is ever as it was before, so that equal answers mean equal states. */
  private @Nullable Void change() {
    while (!done.get()) {
      book();
      int enough = reads.get() + READS_BETWEEN_CHANGES;
      await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(SOON)
          .until(() -> reads.get() >= enough || done.get());
    }
    return null;
  }

  private void book() {
    int number = changed.getAndIncrement();
    var start = FIRST.plus(Duration.ofDays(number / 20)).plus(HALF_HOUR.multipliedBy(number % 20));
    history.book(new SlotId(salon, chair, start), HALF_HOUR);
    changes.apply(history.events());
  }

  private CacheKey day() {
    return new CacheKey("slots", salon.value(), "2026-12-02");
  }

  private long epoch() {
    return services.plain().context().getBean(EpochTable.class).read();
  }
}
