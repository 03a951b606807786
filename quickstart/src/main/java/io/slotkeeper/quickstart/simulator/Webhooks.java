package io.slotkeeper.quickstart.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts one webhook after the other, each until it is taken. */
final class Webhooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int OK = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Meta goes on for seven days; nobody looks at a simulator for that long. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Future<URI> target;
  private final Signature signature;
  private final Outages outages;
  private final Thread worker;

  Webhooks(Future<URI> target, Signature signature, Outages outages) {
    this.target = target;
    this.signature = signature;
    this.outages = outages;
    this.worker = Thread.ofVirtual().name("simulator-webhooks").unstarted(this::run);
  }

  void start() {
    worker.start();
  }

  /** In this order, unless an outage says otherwise. */
  void post(List<byte[]> bodies) {
    Faults faults = outages.current();
    List<byte[]> posts = new ArrayList<>(bodies);
    if (faults.duplicateWebhooks()) {
      posts.addAll(bodies);
    }
    queue.addAll(faults.shuffleWebhooks() ? posts.reversed() : posts);
  }

  private void run() {
    try {
      URI known = target.get();
      while (true) {
        deliver(queue.take(), known);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("The simulator does not learn where to post webhooks", e);
    }
  }

  private void deliver(byte[] body, URI known) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (!isTaken(body, known)) {
      if (System.nanoTime() > end) {
        LOG.warn("The simulator gives up a webhook that {} does not take", known);
        return;
      }
      Thread.sleep(pause);
      Duration next = pause.multipliedBy(2);
      pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
  }

  private boolean isTaken(byte[] body, URI known) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(known)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header(Signature.HEADER, signature.of(body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      LOG.debug("A webhook did not arrive", e);
      return false;
    }
  }

  @Override
  public void close() {
    worker.interrupt();
    client.shutdownNow();
  }
}
