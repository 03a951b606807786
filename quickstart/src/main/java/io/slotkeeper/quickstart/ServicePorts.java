package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/**
 * What a service listens on.
 *
 * @param setting that chooses the port
 * @param number 0 for any
 * @param management where metrics and health are shown; 0 for any, -1 for none
 */
record ServicePorts(String setting, int number, String managementSetting, int management) {

  static ServicePorts command(QuickstartOptions options) {
    return new ServicePorts(
        "SLOTKEEPER_COMMAND_PORT",
        options.commandPort(),
        options.commandManagement().setting(),
        options.commandManagement().orNone(others(options, options.queryManagement())));
  }

  static ServicePorts query(QuickstartOptions options) {
    return new ServicePorts(
        "SLOTKEEPER_QUERY_PORT",
        options.queryPort(),
        options.queryManagement().setting(),
        options.queryManagement().orNone(others(options, options.commandManagement())));
  }

  private static List<Integer> others(QuickstartOptions options, ManagementPort other) {
    return Stream.concat(
            options.apiPorts().stream(),
            Stream.of(other).filter(ManagementPort::isChosen).map(ManagementPort::number))
        .toList();
  }

  Stream<String> arguments() {
    return Stream.of(
        "--server.port=" + number,
        "--management.server.port=" + management,
        "--management.server.address=127.0.0.1");
  }

  CannotStart taken(PortInUseException failure) {
    int port = failure.getPort();
    return Ports.taken(port, port == management ? managementSetting : setting, failure);
  }
}
