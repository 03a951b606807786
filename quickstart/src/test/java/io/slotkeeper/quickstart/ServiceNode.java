package io.slotkeeper.quickstart;

import io.slotkeeper.command.CommandServiceApplication;
import io.slotkeeper.query.QueryServiceApplication;
import io.slotkeeper.testing.TickingClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** One service alone, whose clock goes ahead by each duration that is written to its input. */
final class ServiceNode {

  private ServiceNode() {}

  /**
   * Starts it.
   *
   * @param arguments the service, how far ahead its clock begins, and Spring's own
   */
  public static void main(String[] arguments) throws IOException {
    var clock = new TickingClock();
    clock.advance(Duration.parse(arguments[1]));
    application(arguments[0])
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(
                        "clockOfNode", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
        .run(Arrays.copyOfRange(arguments, 2, arguments.length));
    try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        clock.advance(Duration.parse(line));
      }
    }
  }

  private static SpringApplicationBuilder application(String service) {
    return service.equals("command-service")
        ? CommandServiceApplication.builder()
        : QueryServiceApplication.builder();
  }
}
