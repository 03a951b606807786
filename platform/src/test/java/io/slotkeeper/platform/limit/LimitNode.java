package io.slotkeeper.platform.limit;

import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slotkeeper.platform.limit.LimitSettings.PolicySettings;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One node's limits: 10 a minute, or 100, for as many clients as a test wants. */
record LimitNode(
    RedisClient client, RedisLink link, RateLimiter limiter, SimpleMeterRegistry meters)
    implements AutoCloseable {
  static final int PERMITS = 10;
  static final Duration PERIOD = Duration.ofMinutes(1);
  static final int MOST_CLIENTS = 100;
  static final int MANY_PERMITS = 100;
  private static final Policy POLICY = policy("test", PERMITS);
  private static final Policy WIDE_POLICY = policy("wide", MANY_PERMITS);

  private static Policy policy(String name, int permits) {
    return Policy.of(
        name,
        new PolicySettings(
            permits, PERIOD, Set.of(), List.of("/**"), Set.of(), Set.of(), Map.of()));
  }

  static SettableClock clock() {
    return new SettableClock(Instant.parse("2027-03-01T08:00:00Z"));
  }

  static LimitNode start(TestRedis redis, SettableClock clock) {
    var uri = RedisURI.create(redis.host(), redis.port());
    uri.setTimeout(Duration.ofSeconds(1));
    var client = RedisClient.create(uri);
    var settings =
        new LimitSettings(
            true,
            Map.of(),
            List.of(),
            new LimitSettings.Rate(1, PERIOD),
            List.of(),
            MOST_CLIENTS,
            Duration.ofHours(1),
            // Above what a busy machine may take, so that only a fault is one.
            Duration.ofSeconds(1),
            Duration.ofMillis(100));
    TimeMeter time = new WallClock(clock);
    var link = new RedisLink(() -> client, time, settings);
    link.start();
    var meters = new SimpleMeterRegistry();
    var limiter =
        new RateLimiter(
            new Buckets(link, time), time, PERIOD, MOST_CLIENTS, new LimitMetrics(meters));
    return new LimitNode(client, link, limiter, meters);
  }

  LimitNode awaitShared() {
    await().until(() -> link.buckets() != null);
    return this;
  }

  void awaitAlone() {
    await().until(() -> link.buckets() == null);
  }

  static Charge of(String client) {
    return new Charge(POLICY, new Client(Role.ANONYMOUS, client));
  }

  /** A request that counts for the policy of many permits. */
  static Charge ofMany(String client) {
    return new Charge(WIDE_POLICY, new Client(Role.ANONYMOUS, client));
  }

  boolean allows(String client) {
    return limiter.take(of(client)).allowed();
  }

  int allowed(String client, int requests) {
    return allowed(of(client), requests);
  }

  int allowed(Charge charge, int requests) {
    int allowed = 0;
    for (int i = 0; i < requests; i++) {
      allowed += limiter.take(charge).allowed() ? 1 : 0;
    }
    return allowed;
  }

  double counted(String outcome, String source) {
    return meters
        .find("slotkeeper.limits")
        .tags("policy", "test", "outcome", outcome, "source", source)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  static <T> T ask(TestRedis redis, Function<RedisCommands<String, String>, T> question) {
    try (var client = RedisClient.create(RedisURI.create(redis.host(), redis.port()));
        var connection = client.connect()) {
      return question.apply(connection.sync());
    }
  }

  /** How often Redis has carried out a command. */
  static long calls(TestRedis redis, String command) {
    var stats = ask(redis, commands -> commands.info("commandstats"));
    return stats
        .lines()
        .filter(line -> line.startsWith("cmdstat_" + command + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
        .sum();
  }

  @Override
  public void close() {
    link.stop();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
