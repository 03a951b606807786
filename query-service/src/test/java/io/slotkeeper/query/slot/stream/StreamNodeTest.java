package io.slotkeeper.query.slot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Times;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a node does for all its listeners; each test has nodes of its own. */
@ExtendWith(OutputCaptureExtension.class)
class StreamNodeTest {

  private final TestDatabase database = EventWriter.freshDatabase();
  private final SettableClock clock = new SettableClock(QueryService.NOW);
  private final History history = new History(clock);
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final BusinessId other = history.salon(chair);
  private final List<QueryService> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(QueryService::close);
  }

  @Test
  void sendsHeartbeatsIntoTheSilence() {
    var node = start(Map.of("slotkeeper.stream.heartbeat", "50ms"));
    try (var stream = EventSource.ready(node, salon, null)) {
      await().until(() -> stream.others.size() >= 4);

      assertThat(List.copyOf(stream.others)).startsWith("retry: 2000", ":", ":", ":");
      assertThat(stream.events).hasSize(1);
    }
  }

  @Test
  void noticesWhoHasGone() {
    var node = start(Map.of("slotkeeper.stream.heartbeat", "50ms"));
    var stream = EventSource.ready(node, salon, null);
    assertThat(listeners(node)).isEqualTo(1);

    stream.cut();

    await().until(() -> listeners(node) == 0);
  }

  @Test
  void takesNoMoreListenersThanItMay() {
    var node =
        start(Map.of("slotkeeper.stream.most-listeners", 2, "slotkeeper.stream.heartbeat", "50ms"));
    try (var first = EventSource.ready(node, salon, null);
        var second = EventSource.ready(node, other, null);
        var refused = EventSource.open(node, salon, null, null)) {
      assertThat(refused.response.statusCode()).isEqualTo(503);
      assertThat(refused.response.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(refused.response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(refused.body().path("code").asString()).isEqualTo("unavailable");
      assertThat(second.hasEnded()).isFalse();

      first.cut();
      await().until(() -> listeners(node) == 1);
      EventSource.ready(node, salon, null).cut();
    }
  }

  @Test
  void dropsASlowReaderAndTellsTheOthers() throws IOException {
    var node = start(Map.of("server.tomcat.connection-timeout", "1s"));
    var changes = new Changes(node, history);
    try (var slow = slowReader(node);
        var quick = EventSource.ready(node, other, null)) {
      await().until(() -> listeners(node) == 2);
      node.jdbc()
          .sql(
              """
              INSERT INTO query.slot_change (business_id, version, at)
              SELECT :business, number, now() FROM generate_series(1, 120000) AS number
              """)
          .param("business", salon.value())
          .update();
      changes.block(slot(other)).project();

      quick.awaitEvents(2);
      await().until(() -> counted(node, "slotkeeper.stream.dropped") == 1);
      await().until(() -> listeners(node) == 1);
      changes.unblock(slot(other)).project();
      quick.awaitEvents(3);
      assertThat(quick.named("slot"))
          .extracting(event -> event.text("status"))
          .containsExactly("UNAVAILABLE", "AVAILABLE");

      var heard = idsUntilTheEnd(slow);
      assertThat(heard).hasSizeLessThan(120_000);
      // What has come has no gaps, so it can be resumed.
      for (int i = 1; i < heard.size(); i++) {
        assertThat(heard.get(i)).isEqualTo(heard.getFirst() + i);
      }
    }
  }

  @Test
  void tellsOnOneNodeWhatAnotherHasSeenAlsoWithoutNotifications() {
    var node = start(Map.of());
    var deaf = start(Map.of("slotkeeper.event-store.listen", false));
    try (var here = EventSource.ready(node, salon, null);
        var there = EventSource.ready(deaf, salon, null)) {
      new Changes(node, history).block(slot(salon)).project();

      here.awaitEvents(2);
      there.awaitEvents(2);
      assertThat(here.events.get(1)).isEqualTo(there.events.get(1));
    }
  }

  @Test
  void resumesOnAnotherNode() {
    var node = start(Map.of());
    var next = start(Map.of());
    var changes = new Changes(node, history);
    EventSource.Event heard;
    try (var stream = EventSource.ready(node, salon, null);
        var before = EventSource.ready(next, salon, null)) {
      changes.block(slot(salon)).project();
      stream.awaitEvents(2);
      heard = stream.events.get(1);
      before.awaitEvents(2);
    }
    changes.unblock(slot(salon)).project();

    try (var stream = EventSource.open(next, salon, null, heard.id())) {
      stream.awaitEvents(1);
      assertThat(stream.events.getFirst().id()).isEqualTo(heard.id() + 1);
    }
  }

  @Test
  void tellsToLoadAnewWhoComesBackAfterTheRetention() {
    var node = start(Map.of("slotkeeper.stream.retention", "1h"));
    var changes = new Changes(node, history);
    changes.project();
    long begin;
    try (var stream = EventSource.ready(node, salon, null)) {
      begin = stream.events.getFirst().id();
    }
    changes.block(slot(salon)).project();
    changes.unblock(slot(salon)).project();
    clock.advance(Duration.ofMinutes(61));
    changes.block(slot(salon)).project();
    node.context().getBean(Retention.class).forgetOldChanges();

    try (var late = EventSource.open(node, salon, null, begin);
        var early = EventSource.open(node, salon, null, begin + 2)) {
      late.awaitEvents(1);
      assertThat(late.events.getFirst().name()).isEqualTo("reset");
      assertThat(late.events.getFirst().id()).isEqualTo(begin + 3);
      assertThat(late.events.getFirst().text("businessId")).isEqualTo(salon.value());
      changes.unblock(slot(salon)).project();
      late.awaitEvents(2);
      early.awaitEvents(2);
      assertThat(late.ids()).containsExactly(begin + 3, begin + 4);
      assertThat(early.ids()).containsExactly(begin + 3, begin + 4);
    }
  }

  @Test
  void canBeResumedWhereverItEndedAfterEverythingHasGrownOld() {
    var node = start(Map.of());
    new Changes(node, history).project();
    long newest;
    try (var stream = EventSource.ready(node, salon, null)) {
      newest = stream.events.getFirst().id();
    }
    clock.advance(Duration.ofDays(30));
    node.context().getBean(Retention.class).forgetOldChanges();

    try (var stream = EventSource.open(node, salon, null, newest)) {
      new Changes(node, node.history()).block(slot(salon)).project();
      stream.awaitEvents(1);
      assertThat(stream.events.getFirst().name()).isEqualTo("slot");
    }
  }

  @Test
  void forgetsEverythingThatIsOldHoweverMuchItIs() {
    var node = start(Map.of());
    node.jdbc()
        .sql(
            """
            INSERT INTO query.slot_change (business_id, version, at)
            SELECT :business, number, :at FROM generate_series(1, 25000) AS number
            """)
        .param("business", salon.value())
        .param("at", Times.at(QueryService.NOW))
        .update();
    clock.advance(Duration.ofDays(2));
    new Changes(node, node.history()).block(slot(salon)).project();
    var table = node.context().getBean(SlotChangeTable.class);
    long newest = table.span().newest();

    node.context().getBean(Retention.class).forgetOldChanges();

    // The last that is old says where the feed begins.
    assertThat(table.span()).isEqualTo(new Span(newest - 1, newest));
  }

  @Test
  void endsItsStreamsBeforeItWaitsForRequests(CapturedOutput output) {
    var node = start(Map.of());
    try (var first = EventSource.ready(node, salon, null);
        var second = EventSource.ready(node, other, null)) {
      node.close();

      first.awaitEnd();
      second.awaitEnd();
      assertThat(output).contains("Graceful shutdown complete");
      assertThat(output).doesNotContain("Graceful shutdown aborted");
    }
  }

  @Test
  void goesOnAfterItsConnectionsWereCut() {
    var node = start(Map.of());
    var changes = new Changes(node, history);
    try (var stream = EventSource.ready(node, salon, null)) {
      database.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()
          """);
      await().ignoreExceptions().until(() -> node.tables().size() == 2);
      changes.block(slot(salon)).project();

      stream.awaitEvents(2);
    }
  }

  private QueryService start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("slotkeeper.event-store.node-id", "node-" + nodes.size());
    var node = QueryService.start(database, clock, all);
    nodes.add(node);
    if (nodes.size() == 1) {
      node.feed(history.events());
    }
    return node;
  }

  private SlotId slot(BusinessId business) {
    return new SlotId(business, chair, QueryService.NOW.plus(Duration.ofHours(22)));
  }

  private static int listeners(QueryService node) {
    return node.context().getBean(Listeners.class).count();
  }

  private static double counted(QueryService node, String name) {
    return node.context().getBean(MeterRegistry.class).get(name).counter().count();
  }

  private Socket slowReader(QueryService node) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    var port = node.context().getEnvironment().getRequiredProperty("local.server.port");
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
    var request =
        "GET /api/businesses/%s/slots/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(salon);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static List<Long> idsUntilTheEnd(Socket socket) throws IOException {
    var all = new String(readUntilTheEnd(socket), StandardCharsets.US_ASCII);
    return all.lines()
        .filter(line -> line.startsWith("id: "))
        .skip(1)
        .map(line -> Long.valueOf(line.substring(4)))
        .toList();
  }

  private static byte[] readUntilTheEnd(Socket socket) throws IOException {
    var read = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        read.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Cut, and not ended.
    }
    return read.toByteArray();
  }
}
