package io.slotkeeper.query.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slotkeeper.platform.health.RedisUse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** How Redis is reached: a wait for it is short, and nothing queues up before it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {
  private static final Duration FIRST_RECONNECT = Duration.ofMillis(10);
  private static final Duration SLOWEST_RECONNECT = Duration.ofMillis(500);
  private static final int WAITING_COMMANDS = 1000;

  @Bean
  static ClientResourcesBuilderCustomizer cacheReconnect() {
    return resources ->
        resources.reconnectDelay(
            Delay.exponential(FIRST_RECONNECT, SLOWEST_RECONNECT, 2, TimeUnit.MILLISECONDS));
  }

  @Bean
  static LettuceClientConfigurationBuilderCustomizer cacheTimeout(CacheSettings settings) {
    return client -> client.commandTimeout(settings.timeout());
  }

  @Bean
  static LettuceClientOptionsBuilderCustomizer cacheConnection(CacheSettings settings) {
    return options ->
        options
            .socketOptions(
                SocketOptions.builder().connectTimeout(settings.timeout()).keepAlive(true).build())
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(WAITING_COMMANDS);
  }

  @Bean
  static CircuitBreaker cacheBreaker(CacheSettings settings, ObjectProvider<MeterRegistry> meters) {
    var breaker = settings.breaker();
    var breakers = CircuitBreakerRegistry.ofDefaults();
    meters.ifAvailable(TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers)::bindTo);
    return breakers.circuitBreaker(
        "cache",
        CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(breaker.failures())
            .minimumNumberOfCalls(breaker.failures())
            .failureRateThreshold(100)
            .waitDurationInOpenState(breaker.openFor())
            .permittedNumberOfCallsInHalfOpenState(breaker.probes())
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .build());
  }

  @Bean
  static Trust cacheTrust(CacheSettings settings) {
    return new Trust(settings.heartbeat());
  }

  @Bean
  static GuardedRedis guardedRedis(
      RedisConnectionFactory connections, CircuitBreaker cacheBreaker, Trust trust) {
    return new GuardedRedis(connections, cacheBreaker, trust);
  }

  @Bean
  static CacheLink cacheLink(
      GuardedRedis redis,
      Trust trust,
      CacheSettings settings,
      ObjectProvider<MeterRegistry> meters) {
    var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    var commands = new RedisCommands(redis, settings.timeout());
    return new CacheLink(commands, trust, new CacheMetrics(registry));
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "slotkeeper.cache.enabled", matchIfMissing = true)
  static RedisUse answersInRedis(Trust trust) {
    return trust::holds;
  }

  /** Without it there is doubt for ever, and nothing of Redis is touched. */
  @Bean
  @ConditionalOnBooleanProperty(name = "slotkeeper.cache.enabled", matchIfMissing = true)
  static Heartbeat cacheHeartbeat(
      CacheLink link,
      GuardedRedis redis,
      EpochTable epochs,
      Holds holds,
      LettuceConnectionFactory connections,
      CacheSettings settings) {
    return new Heartbeat(link, redis, epochs, holds, connections, settings);
  }
}
