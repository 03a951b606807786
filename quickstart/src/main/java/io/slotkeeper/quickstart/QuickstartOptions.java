package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How quickstart runs.
 *
 * @param dataDirectory {@code SLOTKEEPER_DATA_DIR}; default {@code .slotkeeper} where it is started
 * @param binaries where PostgreSQL's programs are extracted to; default: in the data directory
 * @param commandPort {@code SLOTKEEPER_COMMAND_PORT}; default 8080, 0 for any
 * @param queryPort {@code SLOTKEEPER_QUERY_PORT}; default 8081, 0 for any
 * @param simulatorPort {@code SLOTKEEPER_SIMULATOR_PORT}; default 8082, 0 for any
 * @param commandManagement {@code SLOTKEEPER_COMMAND_MANAGEMENT_PORT}; default 9080, none where
 *     that is taken
 * @param queryManagement {@code SLOTKEEPER_QUERY_MANAGEMENT_PORT}; default 9081, none where that is
 *     taken
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
    ManagementPort commandManagement,
    ManagementPort queryManagement,
    Optional<String> adminToken,
    boolean fresh,
    Map<String, String> settings,
    Optional<Clock> clock) {

  private static final String FRESH = "--fresh";
  private static final int COMMAND_PORT = 8080;
  private static final int QUERY_PORT = 8081;
  private static final int SIMULATOR_PORT = 8082;
  private static final String COMMAND_MANAGEMENT = "SLOTKEEPER_COMMAND_MANAGEMENT_PORT";
  private static final int COMMAND_MANAGEMENT_PORT = 9080;
  private static final String QUERY_MANAGEMENT = "SLOTKEEPER_QUERY_MANAGEMENT_PORT";
  private static final int QUERY_MANAGEMENT_PORT = 9081;
  private static final int LAST_PORT = 65535;

  /** On free ports, for those who read the ports from the running quickstart. */
  public static QuickstartOptions onFreePorts(Path dataDirectory, Path binaries) {
    return new QuickstartOptions(
        dataDirectory,
        binaries,
        0,
        0,
        0,
        ManagementPort.any(COMMAND_MANAGEMENT),
        ManagementPort.any(QUERY_MANAGEMENT),
        Optional.empty(),
        false,
        Map.of(),
        Optional.empty());
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
    ManagementPort commandManagement =
        management(environment, COMMAND_MANAGEMENT, COMMAND_MANAGEMENT_PORT);
    ManagementPort queryManagement =
        management(environment, QUERY_MANAGEMENT, QUERY_MANAGEMENT_PORT);
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("SLOTKEEPER_COMMAND_PORT", commandPort);
    ports.put("SLOTKEEPER_QUERY_PORT", queryPort);
    ports.put("SLOTKEEPER_SIMULATOR_PORT", simulatorPort);
    Stream.of(commandManagement, queryManagement)
        .filter(ManagementPort::isChosen)
        .forEach(port -> ports.put(port.setting(), port.number()));
    requireDifferent(ports);
    return new QuickstartOptions(
        data,
        data.resolve("binaries"),
        commandPort,
        queryPort,
        simulatorPort,
        commandManagement,
        queryManagement,
        setting(environment, "SLOTKEEPER_SECURITY_ADMIN_TOKEN"),
        arguments.contains(FRESH),
        Map.of(),
        Optional.empty());
  }

  private static ManagementPort management(
      Map<String, String> environment, String setting, int usual) {
    return new ManagementPort(
        setting, port(environment, setting, usual), setting(environment, setting).isPresent());
  }

  private static void requireDifferent(Map<String, Integer> ports) {
    Map<Integer, String> taken = new HashMap<>();
    ports.forEach(
        (setting, port) -> {
          String other = taken.putIfAbsent(port, setting);
          if (other != null) {
            throw new CannotStart(
                "%s and %s are both %d; set two different ports".formatted(other, setting, port));
          }
        });
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

  Set<Integer> apiPorts() {
    return new HashSet<>(List.of(commandPort, queryPort, simulatorPort));
  }

  public QuickstartOptions withFresh() {
    return new QuickstartOptions(
        dataDirectory,
        binaries,
        commandPort,
        queryPort,
        simulatorPort,
        commandManagement,
        queryManagement,
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
        commandManagement,
        queryManagement,
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
        commandManagement,
        queryManagement,
        adminToken,
        fresh,
        settings,
        Optional.of(other));
  }
}
