package io.slotkeeper.benchmarks.soak;

import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import java.net.URI;

/** What a service tells Prometheus. */
final class Metrics implements AutoCloseable {
  private static final String PATH = "/actuator/prometheus";
  private static final int OK = 200;
  private static final String HEAP = "jvm_memory_used_bytes{";
  private static final double MEGABYTE = 1024 * 1024;

  private final KeptConnection connection;

  /** Of the service with this management port. */
  Metrics(int port) {
    this.connection = new KeptConnection(URI.create("http://127.0.0.1:" + port));
  }

  /** How much of the heap is used, dead objects among it, in megabytes. */
  double heap() {
    return connection
            .send(Call.get(PATH))
            .require(OK, PATH)
            .text()
            .lines()
            .filter(line -> line.startsWith(HEAP) && line.contains("area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum()
        / MEGABYTE;
  }

  @Override
  public void close() {
    connection.close();
  }
}
