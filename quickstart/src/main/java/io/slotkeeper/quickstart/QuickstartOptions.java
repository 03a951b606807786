package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How quickstart runs.
 *
 * @param dataDirectory {@code SLOTKEEPER_DATA_DIR}; default {@code .slotkeeper} where it is started
 * @param binaries where PostgreSQL's programs are extracted to; default: in the data directory
 * @param commandPort {@code SLOTKEEPER_COMMAND_PORT}; default 8080, 0 for any
 * @param queryPort {@code SLOTKEEPER_QUERY_PORT}; default 8081, 0 for any
 * @param simulatorPort {@code SLOTKEEPER_SIMULATOR_PORT}; default 8082, 0 for any
 * @param adminToken {@code SLOTKEEPER_SECURITY_ADMIN_TOKEN}; default: made once and kept
 * @param fresh {@code --fresh}: forget all data first
 * @param settings of both services, above every other source
 * @param clock for both services; default: the system's
 */
public record QuickstartOptions(
    Path dataDirectory,
    Path binaries,
    int commandPort,
    int queryPort,
    int simulatorPort,
    Optional<String> adminToken,
    boolean fresh,
    Map<String, String> settings,
    Optional<Clock> clock) {

  private static final String FRESH = "--fresh";
  private static final int COMMAND_PORT = 8080;
  private static final int QUERY_PORT = 8081;
  private static final int SIMULATOR_PORT = 8082;
  private static final int LAST_PORT = 65535;

  /** On free ports, for those who read the ports from the running quickstart. */
  public static QuickstartOptions onFreePorts(Path dataDirectory, Path binaries) {
    return new QuickstartOptions(
        dataDirectory, binaries, 0, 0, 0, Optional.empty(), false, Map.of(), Optional.empty());
  }

  static QuickstartOptions of(Map<String, String> environment, List<String> arguments) {
    arguments.stream()
        .filter(argument -> !argument.equals(FRESH))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new CannotStart(
                  "Unknown argument %s: there is --fresh, which starts empty".formatted(unknown));
            });
    Path data = Path.of(setting(environment, "SLOTKEEPER_DATA_DIR").orElse(".slotkeeper"));
    int commandPort = port(environment, "SLOTKEEPER_COMMAND_PORT", COMMAND_PORT);
    int queryPort = port(environment, "SLOTKEEPER_QUERY_PORT", QUERY_PORT);
    int simulatorPort = port(environment, "SLOTKEEPER_SIMULATOR_PORT", SIMULATOR_PORT);
    requireDifferent("SLOTKEEPER_COMMAND_PORT", commandPort, "SLOTKEEPER_QUERY_PORT", queryPort);
    requireDifferent(
        "SLOTKEEPER_COMMAND_PORT", commandPort, "SLOTKEEPER_SIMULATOR_PORT", simulatorPort);
    requireDifferent(
        "SLOTKEEPER_QUERY_PORT", queryPort, "SLOTKEEPER_SIMULATOR_PORT", simulatorPort);
    return new QuickstartOptions(
        data,
        data.resolve("binaries"),
        commandPort,
        queryPort,
        simulatorPort,
        setting(environment, "SLOTKEEPER_SECURITY_ADMIN_TOKEN"),
        arguments.contains(FRESH),
        Map.of(),
        Optional.empty());
  }

  private static void requireDifferent(String one, int port, String other, int otherPort) {
    if (port == otherPort) {
      throw new CannotStart(
          "%s and %s are both %d; set two different ports".formatted(one, other, port));
    }
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    Optional<String> text = setting(environment, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.get());
      if (port > 0 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new CannotStart(
        "%s is \"%s\"; set a port from 1 to %d".formatted(name, text.get(), LAST_PORT));
  }

  private static Optional<String> setting(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  public QuickstartOptions withFresh() {
    return new QuickstartOptions(
        dataDirectory,
        binaries,
        commandPort,
        queryPort,
        simulatorPort,
        adminToken,
        true,
        settings,
        clock);
  }

  public QuickstartOptions withSettings(Map<String, String> others) {
    return new QuickstartOptions(
        dataDirectory,
        binaries,
        commandPort,
        queryPort,
        simulatorPort,
        adminToken,
        fresh,
        others,
        clock);
  }

  public QuickstartOptions withClock(Clock other) {
    return new QuickstartOptions(
        dataDirectory,
        binaries,
        commandPort,
        queryPort,
        simulatorPort,
        adminToken,
        fresh,
        settings,
        Optional.of(other));
  }
}
