package io.slotkeeper.quickstart.wrapper;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one archive on loopback, whole or cut off, and counts who asked. */
final class ArchiveServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  private ArchiveServer(byte[] archive, int sent) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive, 0, sent);
          exchange.close();
        });
    server.start();
  }

  static ArchiveServer of(MavenArchive archive) throws IOException {
    return new ArchiveServer(archive.bytes(), archive.bytes().length);
  }

  static ArchiveServer cuttingOff(MavenArchive archive) throws IOException {
    return new ArchiveServer(archive.bytes(), archive.bytes().length / 2);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/maven.zip";
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
