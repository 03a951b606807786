package io.slotkeeper.quickstart.stories;

import io.slotkeeper.quickstart.Quickstart;
import io.slotkeeper.quickstart.QuickstartOptions;
import io.slotkeeper.quickstart.embedded.Binaries;
import io.slotkeeper.testing.TickingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** One running quickstart for all stories, with a clock that a story may set forward. */
public final class Town {

  private static final Town TOWN = start();

  private final Quickstart quickstart;
  private final TickingClock clock;

  private Town(Quickstart quickstart, TickingClock clock) {
    this.quickstart = quickstart;
    this.clock = clock;
  }

  private static Town start() {
    try {
      Path data = Files.createTempDirectory("slotkeeper-stories");
      var clock = new TickingClock();
      var quickstart =
          Quickstart.start(
              QuickstartOptions.onFreePorts(data, Binaries.DIRECTORY)
                  .withClock(clock)
                  .withSettings(Map.of("slotkeeper.limits.enabled", "false")));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    quickstart.close();
                    FileUtils.deleteQuietly(data.toFile());
                  },
                  "stop-town"));
      return new Town(quickstart, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Quickstart quickstart() {
    return TOWN.quickstart;
  }

  /** The command API without a credential. */
  public static Http commands() {
    return Http.anyone(TOWN.quickstart.commandUrl());
  }

  /** The query API without a credential. */
  public static Http queries() {
    return Http.anyone(TOWN.quickstart.queryUrl());
  }

  /** What somebody sees on their phone. */
  public static Phone phone(String number) {
    return new Phone(number, Http.anyone(TOWN.quickstart.simulator().url()));
  }

  public static Clock clock() {
    return TOWN.clock;
  }

  /** Time only goes forward, since the stories share it. */
  static void passTo(Instant instant) {
    var missing = Duration.between(TOWN.clock.instant(), instant);
    if (missing.isPositive()) {
      TOWN.clock.advance(missing);
    }
  }

  static void pass(Duration duration) {
    TOWN.clock.advance(duration);
  }
}
