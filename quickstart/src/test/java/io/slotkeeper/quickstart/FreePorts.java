package io.slotkeeper.quickstart;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

/** Ports that nobody used a moment ago, and that the system gives to nobody who asks for any. */
record FreePorts(
    int command, int query, int simulator, int commandManagement, int queryManagement) {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  static FreePorts find() {
    List<Integer> free =
        new Random()
            .ints(FIRST, LAST)
            .distinct()
            .filter(FreePorts::isFree)
            .limit(5)
            .boxed()
            .toList();
    return new FreePorts(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }
}
