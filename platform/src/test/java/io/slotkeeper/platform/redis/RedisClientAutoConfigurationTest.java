package io.slotkeeper.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.resource.ClientResources;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RedisClientAutoConfigurationTest {

  @Test
  void readsIntoBuffersThatStay() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                RedisClientAutoConfiguration.class, DataRedisAutoConfiguration.class))
        .run(
            context -> {
              var bootstrap = new Bootstrap();
              context
                  .getBean(ClientResources.class)
                  .nettyCustomizer()
                  .afterBootstrapInitialized(bootstrap);
              assertThat(bootstrap.config().options())
                  .containsEntry(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
            });
  }
}
