package io.slotkeeper.command.notification.delivery;

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
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP peer that takes messages, refuses them, or takes them and says nothing. */
public final class Meta implements AutoCloseable {

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int status = 200;
  private volatile int code;
  private volatile boolean silent;

  public Meta() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void takes() {
    silent = false;
    status = 200;
  }

  void fails(int newStatus, int newCode) {
    code = newCode;
    status = newStatus;
  }

  void fallsSilent() {
    silent = true;
  }

  /** Everything that came, oldest first. */
  public List<String> bodies() {
    return bodies;
  }

  /** What was taken and answered so. */
  List<String> taken() {
    return taken;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      bodies.add(body);
      if (silent) {
        closed.await();
        return;
      }
      if (status == 200) {
        taken.add(body);
      }
      var answer =
          status == 200
              ? "{\"messages\":[{\"id\":\"wamid.%d\"}]}".formatted(numbers.incrementAndGet())
              : "{\"error\":{\"message\":\"no\",\"code\":%d,\"fbtrace_id\":\"x\"}}".formatted(code);
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
