package io.slotkeeper.command.notification.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Speaks HTTP in Meta's place. */
final class Peer implements AutoCloseable {
  static final String TAKEN =
      """
      {"messaging_product":"whatsapp","contacts":[{"input":"+34600111222","wa_id":"34600111222"}],
       "messages":[{"id":"wamid.ONE"}]}""";

  record Asked(String path, String authorization, String body) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String answer = TAKEN;
  private volatile String retryAfter = "";
  private volatile boolean silent;

  Peer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  Peer answers(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
    return this;
  }

  Peer fails(int newStatus, int code) {
    return answers(
        newStatus,
        """
        {"error":{"message":"(#%d) to +34600111222: Hello Ana","type":"OAuthException","code":%d,
         "error_data":{"messaging_product":"whatsapp","details":"Hello Ana"},
         "fbtrace_id":"AbC-123"}}"""
            .formatted(code, code));
  }

  void asksToWait(String seconds) {
    retryAfter = seconds;
  }

  /** Takes each request and answers none. */
  void fallsSilent() {
    silent = true;
  }

  /** Takes each request and breaks the connection. */
  void hangsUp() {
    silent = true;
    released.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      if (silent) {
        released.await();
        return;
      }
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
  }
}
