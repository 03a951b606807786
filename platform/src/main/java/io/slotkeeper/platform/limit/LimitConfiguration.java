package io.slotkeeper.platform.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slotkeeper.platform.address.ClientAddresses;
import io.slotkeeper.platform.address.ProxySettings;
import io.slotkeeper.platform.health.RedisUse;
import io.slotkeeper.platform.security.Signatures;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.function.SingletonSupplier;

/** Limits on what each client may ask of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LimitSettings.class, ProxySettings.class})
public class LimitConfiguration {
  /** Inside of what writes problems, outside of all that costs anything. */
  private static final int AFTER_PROBLEMS = Ordered.HIGHEST_PRECEDENCE + 50;

  @Bean
  static ClientAddresses clientAddresses(ProxySettings settings) {
    return new ClientAddresses(settings);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "slotkeeper.limits.enabled", matchIfMissing = true)
  static class Enabled {
    @Bean
    static RedisLink limitRedisLink(
        ObjectProvider<LettuceConnectionFactory> connections, Clock clock, LimitSettings settings) {
      return new RedisLink(
          () -> connections.getObject().getRequiredNativeClient(), new WallClock(clock), settings);
    }

    @Bean
    static Policies limitPolicies(LimitSettings settings) {
      return new Policies(settings);
    }

    @Bean
    static RedisUse limitsInRedis(RedisLink link) {
      return () -> link.buckets() != null;
    }

    @Bean
    static RateLimiter rateLimiter(
        RedisLink link,
        Clock clock,
        Policies policies,
        LimitSettings settings,
        ObjectProvider<MeterRegistry> meters) {
      var time = new WallClock(clock);
      return new RateLimiter(
          new Buckets(link, time),
          time,
          policies.longestPeriod(),
          settings.mostClients(),
          new LimitMetrics(meters.getIfAvailable(SimpleMeterRegistry::new)));
    }

    @Bean
    static FilterRegistrationBean<LimitFilter> limitFilter(
        RateLimiter limiter,
        Policies policies,
        LimitSettings settings,
        ClientAddresses addresses,
        ObjectProvider<Signatures> signatures) {
      // Filters are made before the tables that the secret of signatures is in.
      var clients = new Clients(addresses, SingletonSupplier.of(signatures::getObject), settings);
      var filter = new LimitFilter(policies, clients, limiter);
      var registration = new FilterRegistrationBean<>(filter);
      registration.setOrder(AFTER_PROBLEMS);
      return registration;
    }
  }
}
