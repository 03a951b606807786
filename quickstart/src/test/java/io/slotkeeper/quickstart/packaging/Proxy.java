package io.slotkeeper.quickstart.packaging;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** A real nginx with the configuration that is shipped, but for addresses. */
record Proxy(Process process, URI url, Path log) implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path SHIPPED = Path.of("../ops/proxy");

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts one.
   *
   * @param replacements in all files; each must be found
   */
  static Proxy start(Path directory, Map<String, String> replacements) throws IOException {
    int port;
    int own;
    try (var one = new ServerSocket(0);
        var other = new ServerSocket(0)) {
      port = one.getLocalPort();
      own = other.getLocalPort();
    }
    var all = new HashMap<>(replacements);
    all.put("listen 8080;", "listen 127.0.0.1:%d;".formatted(port));
    all.put("listen 127.0.0.1:8090;", "listen 127.0.0.1:%d;".formatted(own));
    all.put("/tmp/", directory + "/");
    var missing = new HashSet<>(all.keySet());
    try (var files = Files.list(SHIPPED)) {
      for (var file : files.toList()) {
        var text = Files.readString(file);
        for (var replacement : all.entrySet()) {
          if (text.contains(replacement.getKey())) {
            missing.remove(replacement.getKey());
            text = text.replace(replacement.getKey(), replacement.getValue());
          }
        }
        Files.writeString(directory.resolve(file.getFileName()), text);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("not in the configuration: " + missing);
    }
    var log = directory.resolve("output.log");
    // Where root starts it, nginx would have another user's processes read the test's directory.
    var user = System.getProperty("user.name").equals("root") ? " user root;" : "";
    var process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-c",
                directory.resolve("nginx.conf").toString(),
                "-g",
                "daemon off;" + user)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await().until(() -> !process.isAlive() || listens(port));
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(log));
    }
    return new Proxy(process, URI.create("http://127.0.0.1:" + port), log);
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
