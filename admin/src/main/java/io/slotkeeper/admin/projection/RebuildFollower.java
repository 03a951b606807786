package io.slotkeeper.admin.projection;

import io.slotkeeper.admin.service.EventStream;
import io.slotkeeper.admin.service.ServiceApi;
import io.slotkeeper.admin.service.ServiceRefused;
import io.slotkeeper.admin.service.ServiceUnreachable;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.ProgressBar;
import io.slotkeeper.admin.terminal.ProgressBar.Progress;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shows a rebuild until it has ended, also where the node that tells of it goes away meanwhile. */
final class RebuildFollower {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int MOST_LOSSES = 60;
  private static final int UNAVAILABLE = 503;

  private final ServiceApi service;
  private final Output output;
  private final Duration pause;

  /**
   * Shows it by this.
   *
   * @param pause before it listens again, where it hears nothing
   */
  RebuildFollower(ServiceApi service, Output output, Duration pause) {
    this.service = service;
    this.output = output;
    this.pause = pause;
  }

  /** The last that was told of it, which is its end. */
  JsonNode follow(String path, JsonNode first) {
    var bar = new ProgressBar(output.terminal(), first.path("name").asString(""));
    var last = first;
    int losses = 0;
    show(bar, last);
    try {
      while (isRunning(last)) {
        var before = last;
        try (var stream = EventStream.of(service, path, SILENCE)) {
          for (var next = stream.next(); next.isPresent(); next = stream.next()) {
            last = next.get();
            show(bar, last);
          }
        } catch (ServiceUnreachable e) {
          requirePatience(e, ++losses);
        } catch (ServiceRefused e) {
          if (e.status() != UNAVAILABLE) {
            throw e;
          }
          requirePatience(e, ++losses);
        }
        if (isRunning(last)) {
          losses = last.equals(before) ? losses : 0;
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bar.end();
    }
    return last;
  }

  private static void requirePatience(RuntimeException failure, int losses) {
    if (losses >= MOST_LOSSES) {
      throw failure;
    }
  }

  private static boolean isRunning(JsonNode projection) {
    var rebuild = projection.path("rebuild");
    return rebuild.isObject() && !rebuild.hasNonNull("endedAt");
  }

  private void show(ProgressBar bar, JsonNode projection) {
    var rebuild = projection.path("rebuild");
    if (output.isForMachines() || !rebuild.isObject()) {
      return;
    }
    bar.show(
        new Progress(
            rebuild.path("state").asString(""),
            rebuild.path("done").asLong(),
            rebuild.path("total").asLong(),
            rebuild.path("eventsPerSecond").asDouble(),
            Optional.of(rebuild.path("secondsLeft"))
                .filter(JsonNode::isNumber)
                .map(seconds -> Duration.ofSeconds(seconds.asLong()))));
  }
}
