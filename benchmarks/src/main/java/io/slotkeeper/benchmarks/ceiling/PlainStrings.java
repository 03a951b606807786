package io.slotkeeper.benchmarks.ceiling;

import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Import;

/** An answer as the least that is as long: a string from Redis, returned. */
@SpringBootConfiguration(proxyBeanMethods = false)
@WebOnly
@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
@Import(PlainStringController.class)
public class PlainStrings {

  /** Starts it in this JVM. */
  public static void main(String[] arguments) {
    CeilingStart.run(PlainStrings.class, arguments);
  }

  /** Starts it in a process of its own, on the Redis of the services. */
  public static ServiceProcess start(Stage stage) {
    return stage.program(
        "plain-strings",
        PlainStrings.class,
        Map.of(
            "spring.data.redis.host", stage.redis().host(),
            "spring.data.redis.port", stage.redis().port()),
        CeilingStart.READY);
  }
}
