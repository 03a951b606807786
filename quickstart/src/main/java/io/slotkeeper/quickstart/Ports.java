package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.io.IOException;
import java.net.ServerSocket;

/** The ports that the user chose. */
final class Ports {

  private Ports() {}

  /** Looks before anything is started, since a taken port is the most likely obstacle. */
  static void requireFree(int port, String setting) {
    try (ServerSocket socket = new ServerSocket(port)) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw taken(port, setting, e);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  static CannotStart taken(int port, String setting, Exception cause) {
    return new CannotStart(
        "Port %d cannot be used: another program has it, or the system forbids it; set %s to another"
            .formatted(port, setting),
        cause);
  }
}
