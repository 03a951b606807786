package io.slotkeeper.quickstart.stories;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes what is sent to Sentry. */
final class SentryStandIn {

  private static final List<String> ENVELOPES = new CopyOnWriteArrayList<>();
  private static final HttpServer SERVER = start();

  private SentryStandIn() {}

  private static HttpServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", SentryStandIn::take);
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0), "stop-sentry"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String dsn() {
    return "http://key@localhost:%d/1".formatted(SERVER.getAddress().getPort());
  }

  /** Envelopes as they came, unpacked. */
  static List<String> envelopes() {
    return ENVELOPES;
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      var body =
          zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
      ENVELOPES.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
