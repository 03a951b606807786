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
 * @param calls says what is asked next; callers share it
 * @param expected the one status that is right
 * @param heard is told of each answer that was right, by the caller that got it
 */
public record Traffic(
    URI server,
    int connections,
    Supplier<Call> calls,
    int expected,
    BiConsumer<Call, Answer> heard) {

  /** Of which only the status matters. */
  public static Traffic of(URI server, int connections, Supplier<Call> calls, int expected) {
    return new Traffic(server, connections, calls, expected, (call, answer) -> {});
  }

  /** Where a caller asks from: each is a client of its own, as each customer is. */
  InetAddress address(int caller) {
    try {
      return InetAddress.getByAddress(
          new byte[] {127, 0, (byte) (1 + caller / 250), (byte) (1 + caller % 250)});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
