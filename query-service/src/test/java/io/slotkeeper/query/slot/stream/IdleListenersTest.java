package io.slotkeeper.query.slot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.query.QueryService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdleListenersTest {
  private static final Logger log = LoggerFactory.getLogger(IdleListenersTest.class);
  private static final int LISTENERS = 1000;
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void needsLittleMemoryAndNoConnectionToTheDatabaseForAThousandIdleListeners() throws Exception {
    try (var service = QueryService.start()) {
      var history = service.history();
      var chair = history.newResource();
      var salon = history.salon(chair);
      var changes = new Changes(service, history);
      changes.project();
      // What the first requests leave behind is no listener's.
      for (int i = 0; i < 50; i++) {
        EventSource.ready(service, salon, null).cut();
      }
      long before = usedAfterCollection();
      var sockets = new ArrayList<SocketChannel>();
      try (var last = EventSource.ready(service, salon, null)) {
        for (int i = 0; i < LISTENERS; i++) {
          sockets.add(listen(service, salon));
        }
        await().until(() -> service.context().getBean(Listeners.class).count() > LISTENERS);
        sockets.forEach(IdleListenersTest::readBeginning);

        long used = usedAfterCollection() - before;
        log.info(
            "{} idle listeners: {} MB on the heap, {} bytes each",
            LISTENERS,
            used / MEGABYTE,
            used / LISTENERS);
        assertThat(used).isLessThan(100L * MEGABYTE);
        assertThat(inUse(service)).isLessThan(20);
        assertThat(last.hasEnded()).isFalse();
      } finally {
        close(sockets);
      }
    }
  }

  private static SocketChannel listen(QueryService service, Object business) throws IOException {
    var port = service.context().getEnvironment().getRequiredProperty("local.server.port");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    var socket = SocketChannel.open(address);
    var request =
        """
        GET /api/businesses/%s/slots/stream HTTP/1.1\r
        Host: localhost\r
        Accept: text/event-stream\r
        \r
        """
            .formatted(business);
    socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    return socket;
  }

  private static void readBeginning(SocketChannel socket) {
    try {
      var text = new StringBuilder();
      while (text.indexOf("event: ready") < 0) {
        var buffer = ByteBuffer.allocate(1024);
        assertThat(socket.read(buffer)).isPositive();
        text.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int inUse(QueryService service) {
    return service
        .context()
        .getBean(JdbcClient.class)
        .sql(
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
            """)
        .query(Integer.class)
        .single();
  }

  private static long usedAfterCollection() {
    var memory = ManagementFactory.getMemoryMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      memory.gc();
      least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static void close(List<SocketChannel> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
