package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestRedis;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A service with a Redis, and one without a cache on the same database, which says what is right.
 */
public record CachedService(TestRedis redis, QueryService cached, QueryService plain)
    implements AutoCloseable {
  /** How the bytes travel, not what they are. */
  private static final List<String> FRAMING =
      List.of("date", "content-length", "transfer-encoding", "connection", "keep-alive");

  /** One that the tests of a JVM share; each makes its own businesses and leaves Redis running. */
  public static CachedService shared() {
    return Shared.RUNNING;
  }

  public static CachedService start(Map<String, Object> settings) {
    var redis = TestRedis.start();
    var database = EventWriter.freshDatabase();
    var clock = new SettableClock(QueryService.NOW);
    var cached = node("cached", redis, database, clock, settings);
    var plain =
        QueryService.start(database, clock, Map.of("slotkeeper.event-store.node-id", "plain"));
    return new CachedService(redis, cached, plain);
  }

  private static QueryService node(
      String name,
      TestRedis redis,
      TestDatabase database,
      SettableClock clock,
      Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("slotkeeper.cache.enabled", true);
    properties.put("spring.data.redis.host", redis.host());
    properties.put("spring.data.redis.port", redis.port());
    properties.put("slotkeeper.event-store.node-id", name);
    properties.putAll(settings);
    return QueryService.start(database, clock, properties);
  }

  public Changes changes() {
    return new Changes(cached);
  }

  /** Asks both, without credentials, and compares. */
  public String same(String path, String... headers) {
    var expected = new Http(plain, null).raw(path, headers);
    var answer = new Http(cached, null).raw(path, headers);
    assertThat(answer.body()).as(path).isEqualTo(expected.body());
    assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
    assertThat(headers(answer)).isEqualTo(headers(expected));
    return answer.body();
  }

  /** Waits until the cache is there and answers this path. */
  public void awaitHit(String path) {
    await().until(() -> isHit(path));
  }

  /** The same, and until nothing more is being written. */
  public void awaitQuiet(String path) {
    awaitWritten();
    awaitHit(path);
  }

  /** Waits until nothing more is being written through. */
  void awaitWritten() {
    await().until(() -> cached.context().getBean(WriteThrough.class).isIdle());
  }

  /** One more node with a cache, on the same database and the same Redis. */
  public QueryService anotherNode() {
    return node("another", redis, cached.database(), cached.clock(), Map.of());
  }

  /** Asks both, and tells whether the cache has answered. */
  public boolean isHit(String path) {
    var before = count("slots", "miss") + count("slots", "fallback") + missed("businesses");
    same(path);
    return before == count("slots", "miss") + count("slots", "fallback") + missed("businesses");
  }

  public double count(String kind, String result) {
    return cached
        .context()
        .getBean(MeterRegistry.class)
        .find("slotkeeper.cache.requests")
        .tags("cache", kind, "result", result)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** What Redis itself says. */
  public <T> T ask(Function<RedisCommands<byte[], byte[]>, T> commands) {
    try (var client = RedisClient.create(RedisURI.create(redis.host(), redis.port()));
        var connection = client.connect(ByteArrayCodec.INSTANCE)) {
      return commands.apply(connection.sync());
    }
  }

  private double missed(String kind) {
    return count(kind, "miss") + count(kind, "fallback");
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    FRAMING.forEach(headers::remove);
    return headers;
  }

  @Override
  public void close() {
    cached.close();
    plain.close();
    redis.close();
  }

  private static final class Shared {
    static final CachedService RUNNING = start(Map.of("slotkeeper.cache.heartbeat", "200ms"));
  }
}
