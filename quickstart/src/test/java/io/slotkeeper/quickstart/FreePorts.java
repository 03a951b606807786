package io.slotkeeper.quickstart;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports that nobody used a moment ago. */
record FreePorts(int command, int query, int simulator) {

  static FreePorts find() throws IOException {
    try (var first = new ServerSocket(0);
        var second = new ServerSocket(0);
        var third = new ServerSocket(0)) {
      return new FreePorts(first.getLocalPort(), second.getLocalPort(), third.getLocalPort());
    }
  }
}
