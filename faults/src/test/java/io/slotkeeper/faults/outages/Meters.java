package io.slotkeeper.faults.outages;

import io.slotkeeper.faults.cluster.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** What a node's metrics say. */
record Meters(Node node) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /**
   * The sum of a meter's series.
   *
   * @param name as Prometheus has it
   * @param labels each as {@code name="value"}
   */
  double sum(String name, String... labels) {
    return scrape()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Stream<String> scrape() {
    var request =
        HttpRequest.newBuilder(node.management().base().resolve("/actuator/prometheus")).build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).body().lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
