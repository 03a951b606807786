package io.slotkeeper.faults.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The one address that WhatsApp posts to: shares webhooks out among the nodes, whoever lives. */
final class FrontDoor implements AutoCloseable {

  private static final String PATH = "/webhooks/whatsapp";
  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final int BAD_GATEWAY = 502;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Supplier<URI> nextNode;

  FrontDoor(Supplier<URI> nextNode) {
    this.nextNode = nextNode;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(PATH, this::pass);
    server.start();
  }

  URI webhook() {
    return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), PATH));
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(answer(body, exchange), -1);
    }
  }

  private int answer(byte[] body, HttpExchange exchange) {
    try {
      var request =
          HttpRequest.newBuilder(nextNode.get().resolve(PATH))
              .timeout(Duration.ofSeconds(5))
              .header("Content-Type", "application/json")
              .header(SIGNATURE, exchange.getRequestHeaders().getFirst(SIGNATURE))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      // The sender posts it again, and then perhaps to another node.
      return BAD_GATEWAY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return BAD_GATEWAY;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
