package io.slotkeeper.query.cache;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.SetCondition;
import org.springframework.data.redis.core.types.Expiration;

/** What is asked of Redis. Each answer may be refused with {@link CacheAway}. */
final class RedisCommands {
  private static final byte[] PROBE = bytes("slotkeeper:1:probe");
  private static final Duration PROBE_LASTS = Duration.ofSeconds(10);

  private final GuardedRedis redis;
  private final Duration timeout;

  RedisCommands(GuardedRedis redis, Duration timeout) {
    this.redis = redis;
    this.timeout = timeout;
  }

  /** Shows that Redis takes writes, and tells which Redis it is and which history it follows. */
  String probe() {
    return redis.call(
        connection -> {
          connection
              .stringCommands()
              .set(PROBE, PROBE, SetCondition.upsert(), Expiration.from(PROBE_LASTS));
          return Stream.of("server", "replication")
              .flatMap(section -> lines(connection, section))
              .sorted()
              .collect(Collectors.joining(" "));
        });
  }

  /** What is under some keys, in their order; null where there is nothing. */
  List<byte @Nullable []> values(List<CacheKey> keys) {
    var names = keys.stream().map(CacheKey::value).toArray(byte[][]::new);
    return redis.call(
        connection -> {
          var values = connection.stringCommands().mGet(names);
          var copy = new ArrayList<byte @Nullable []>();
          if (values != null) {
            copy.addAll(values);
          }
          return copy;
        });
  }

  /** Which of these may now be filled under a name; all of one group. */
  List<CacheKey> lease(List<CacheKey> keys, String name, Duration lasting) {
    var parameters = new ArrayList<byte[]>();
    keys.forEach(key -> parameters.addAll(List.of(key.lease(), key.hold())));
    parameters.add(bytes(name));
    parameters.add(millis(lasting));
    var got =
        redis.call(connection -> ones(connection, Scripts.LEASE, keys.size() * 2, parameters));
    return Stream.iterate(0, i -> i < keys.size(), i -> i + 1)
        .filter(got::get)
        .map(keys::get)
        .toList();
  }

  /**
   * Stores what was filled under a name, and gives the other leases up.
   *
   * @return how many of the values were stored
   */
  int store(List<CacheKey> leased, String name, Map<CacheKey, Value> values) {
    var parameters = new ArrayList<byte[]>(names(leased));
    parameters.add(bytes(name));
    for (var key : leased) {
      var value = values.get(key);
      parameters.add(value == null ? bytes("1") : millis(value.lasting()));
      parameters.add(value == null ? new byte[0] : value.entry().write(key));
    }
    var stored =
        redis.call(connection -> ones(connection, Scripts.STORE, leased.size() * 3, parameters));
    return (int) stored.stream().filter(one -> one).count();
  }

  /** Keeps fills away under a name; gives those keys that were filled or being filled. */
  Set<CacheKey> hold(Collection<CacheKey> keys, String name, Duration lasting) {
    var groups = groups(keys);
    List<List<Long>> answers =
        eachGroup(
            Scripts.HOLD, ScriptOutputType.MULTI, groups, List.of(bytes(name), millis(lasting)));
    var known = new HashSet<CacheKey>();
    for (int group = 0; group < groups.size(); group++) {
      for (int i = 0; i < groups.get(group).size(); i++) {
        if (answers.get(group).get(i) == 1) {
          known.add(groups.get(group).get(i));
        }
      }
    }
    return known;
  }

  void release(Collection<CacheKey> keys, String name) {
    eachGroup(Scripts.RELEASE, ScriptOutputType.INTEGER, groups(keys), List.of(bytes(name)));
  }

  /**
   * An answer with its time.
   *
   * @param lasting after which Redis forgets it
   */
  record Value(Entry entry, Duration lasting) {}

  private static List<List<CacheKey>> groups(Collection<CacheKey> keys) {
    return List.copyOf(keys.stream().collect(Collectors.groupingBy(CacheKey::group)).values());
  }

  /** Sent together on the connection that all share: Spring would open one for a pipeline. */
  private <T> List<T> eachGroup(
      byte[] script, ScriptOutputType type, List<List<CacheKey>> groups, List<byte[]> arguments) {
    return redis.call(
        connection -> {
          var lettuce = scripting(connection);
          List<RedisFuture<T>> sent =
              groups.stream()
                  .map(
                      group ->
                          lettuce.<T>eval(
                              script,
                              type,
                              names(group).toArray(byte[][]::new),
                              arguments.toArray(byte[][]::new)))
                  .toList();
          if (!LettuceFutures.awaitAll(timeout, sent.toArray(RedisFuture<?>[]::new))) {
            throw new CacheAway(null);
          }
          return sent.stream().map(each -> each.toCompletableFuture().join()).toList();
        });
  }

  @SuppressWarnings("unchecked")
  private static RedisScriptingAsyncCommands<byte[], byte[]> scripting(RedisConnection connection) {
    return (RedisScriptingAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
  }

  private static List<Boolean> ones(
      RedisConnection connection, byte[] script, int keys, List<byte[]> parameters) {
    List<Long> answer =
        connection
            .scriptingCommands()
            .eval(script, ReturnType.MULTI, keys, parameters.toArray(byte[][]::new));
    if (answer == null) {
      throw new CacheAway(null);
    }
    return answer.stream().map(each -> each == 1).toList();
  }

  private static List<byte[]> names(Collection<CacheKey> keys) {
    return keys.stream().flatMap(key -> Stream.of(key.value(), key.lease(), key.hold())).toList();
  }

  /** Of a cluster there is one line for each node. */
  private static Stream<String> lines(RedisConnection connection, String section) {
    var info = connection.serverCommands().info(section);
    if (info == null) {
      throw new CacheAway(null);
    }
    return info.stringPropertyNames().stream()
        .filter(name -> name.endsWith("run_id") || name.endsWith("master_replid"))
        .map(info::getProperty);
  }

  private static byte[] millis(Duration duration) {
    return bytes(Long.toString(duration.toMillis()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
