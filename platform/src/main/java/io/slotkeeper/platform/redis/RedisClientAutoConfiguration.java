package io.slotkeeper.platform.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The client of Redis that caches and limits share. */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
class RedisClientAutoConfiguration {

  /**
   * Netty's default allocator gives back much of what it reads into. On Java 25 that is a handshake
   * with every thread of the JVM, hundreds of times a second; pooled buffers stay.
   */
  @Bean
  ClientResourcesBuilderCustomizer pooledBuffers() {
    return resources ->
        resources.nettyCustomizer(
            new NettyCustomizer() {
              @Override
              public void afterBootstrapInitialized(Bootstrap bootstrap) {
                bootstrap.option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
              }
            });
  }
}
