package io.slotkeeper.query.cache;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Redis behind the circuit breaker; its failures are doubts. */
final class GuardedRedis {
  private final RedisConnectionFactory connections;
  private final CircuitBreaker breaker;
  private final Trust trust;

  GuardedRedis(RedisConnectionFactory connections, CircuitBreaker breaker, Trust trust) {
    this.connections = connections;
    this.breaker = breaker;
    this.trust = trust;
  }

  /** Whether the breaker is open, so that a call would say nothing of Redis. */
  boolean isLeftAlone() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /**
   * What commands give.
   *
   * @throws CacheAway where Redis fails or is left alone
   */
  <T> T call(Function<RedisConnection, T> commands) {
    try {
      return breaker.executeSupplier(
          () -> {
            try (var connection = connections.getConnection()) {
              return commands.apply(connection);
            }
          });
    } catch (CallNotPermittedException e) {
      throw new CacheAway(e);
    } catch (RuntimeException e) {
      trust.doubt();
      throw new CacheAway(e);
    }
  }
}
