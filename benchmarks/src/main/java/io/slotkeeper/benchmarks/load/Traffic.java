package io.slotkeeper.benchmarks.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Who asks whom for what.
 *
 * @param connections callers at once, each with a connection of its own
 * @param clients how many addresses they ask from, in turn
 * @param calls says what is asked next; callers share it
 * @param expected the one status that is right
 * @param heard is told of each answer that was right, by the caller that got it
 */
public record Traffic(
    URI server,
    int connections,
    int clients,
    Supplier<Call> calls,
    int expected,
    BiConsumer<Call, Answer> heard) {

  /** Each caller is a client of its own, as each customer is. */
  public Traffic(
      URI server,
      int connections,
      Supplier<Call> calls,
      int expected,
      BiConsumer<Call, Answer> heard) {
    this(server, connections, connections, calls, expected, heard);
  }

  /** Of which only the status matters. */
  public static Traffic of(URI server, int connections, Supplier<Call> calls, int expected) {
    return new Traffic(server, connections, calls, expected, (call, answer) -> {});
  }

  /** The same from one address, which limits count together. */
  public Traffic fromOneClient() {
    return new Traffic(server, connections, 1, calls, expected, heard);
  }

  /**
   * Where a caller asks from, on this machine.
   *
   * @param caller from 0 on
   */
  InetAddress address(int caller) {
    int client = caller % clients;
    try {
      return InetAddress.getByAddress(
          new byte[] {127, 0, (byte) (1 + client / 250), (byte) (1 + client % 250)});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
