package io.slotkeeper.quickstart.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks WhatsApp's HTTP and shows the phones. All that it knows is in memory; it listens on
 * loopback alone, since whoever reaches it may act as any phone.
 */
public final class Simulator implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Outages outages = new Outages();
  private final Webhooks webhooks;
  private final Chats chats;
  private final GraphApi graph;

  private Simulator(SimulatorSettings settings, HttpServer server) {
    this.server = server;
    this.webhooks = new Webhooks(settings.webhook(), new Signature(settings.appSecret()), outages);
    this.chats = new Chats(settings.clock(), new Envelope(settings), webhooks);
    this.graph = new GraphApi(settings, chats, outages);
  }

  /** Fails where the port is taken. */
  public static Simulator start(SimulatorSettings settings) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
      Simulator simulator = new Simulator(settings, HttpServer.create(address, 0));
      simulator.serve();
      return simulator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    server.setExecutor(threads);
    server.createContext("/", new Page());
    server.createContext("/v25.0/", graph);
    server.createContext("/simulator/chats", new ChatsApi(chats));
    server.createContext("/simulator/faults", new FaultsApi(outages));
    webhooks.start();
    server.start();
  }

  /** Where the page is, and the base of Meta's paths. */
  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The messages that were accepted, oldest first. */
  public List<SentMessage> received() {
    return chats.received();
  }

  /** How many messages were sent to it, accepted or not. */
  public int requests() {
    return graph.requests();
  }

  /** Answers nothing any more; webhooks that were not taken are dropped. */
  @Override
  public void close() {
    outages.close();
    server.stop(0);
    threads.shutdownNow();
    webhooks.close();
  }
}
