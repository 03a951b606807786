package io.slotkeeper.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final int OK = 200;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Handler handler = exchange -> answer(exchange, OK);
  private HttpServer server;

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          callers.add(exchange.getRemoteAddress());
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          handler.handle(exchange);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "answer".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Traffic traffic(int connections) {
    return Traffic.of(url(), connections, () -> Call.post("/", Map.of("Key", "value"), "{}"), OK);
  }

  @Test
  void keepsOneConnectionForEachCallerAndCountsEveryAnswer() {
    var heard = new LongAdder();
    var traffic =
        new Traffic(
            url(),
            3,
            () -> Call.get("/"),
            OK,
            (call, answer) -> {
              assertThat(answer.text()).isEqualTo("answer");
              heard.increment();
            });

    var measured = Load.closedLoop(traffic, Duration.ofMillis(200)).require("test");

    assertThat(callers).hasSize(3);
    assertThat(measured.done()).isEqualTo(asked.get()).isEqualTo(heard.sum()).isPositive();
    assertThat(measured.nanos().getTotalCount()).isEqualTo(measured.done());
    assertThat(measured.seconds()).isGreaterThanOrEqualTo(0.2);
  }

  @Test
  void countsFromWhenARequestWasToBegin() {
    // The first answer stalls, and with one connection all that were to follow wait behind it.
    var stall = Duration.ofMillis(400);
    var first = new CountDownLatch(1);
    handler =
        exchange -> {
          if (first.getCount() > 0) {
            first.countDown();
            stall(stall);
          }
          answer(exchange, OK);
        };

    var measured = Load.fixedRate(traffic(1), 100, Duration.ofMillis(400)).require("test");

    assertThat(measured.done()).isEqualTo(40);
    // About half of them were to begin in the first half of the stall. Were time counted from
    // when they were sent, all but one would seem quick.
    assertThat(measured.nanos().getValueAtPercentile(50))
        .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
  }

  private static void stall(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void keepsTheRate() {
    var measured = Load.fixedRate(traffic(4), 200, Duration.ofMillis(300)).require("test");

    assertThat(measured.done()).isEqualTo(60);
    // The last one is to begin a two-hundredth of a second before the end.
    assertThat(measured.seconds()).isGreaterThanOrEqualTo(0.29);
  }

  @Test
  void failsForAnotherStatusThanExpected() {
    handler = exchange -> answer(exchange, asked.get() == 2 ? 503 : OK);

    var measured = Load.fixedRate(traffic(1), 1000, Duration.ofMillis(5));

    assertThat(measured.done()).isEqualTo(4);
    assertThat(measured.wrong()).isEqualTo(Map.of(503, 1L));
    assertThatThrownBy(() -> measured.require("bookings"))
        .isInstanceOf(WrongAnswers.class)
        .hasMessage("bookings: 1 × status 503");
  }

  @Test
  void failsWhereNobodyAnswersAndGoesOnWithAnotherConnection() {
    handler =
        exchange -> {
          if (asked.get() == 1) {
            exchange.close();
          } else {
            answer(exchange, OK);
          }
        };

    var measured = Load.fixedRate(traffic(1), 1000, Duration.ofMillis(5));

    assertThat(measured.done()).isEqualTo(4);
    assertThatThrownBy(() -> measured.require("bookings")).hasMessage("bookings: 1 × no answer");
  }

  @Test
  void connectsAnewAfterALongRestThatNoServerWaitsFor() {
    var now = new AtomicLong();
    try (var connection = new KeptConnection(url(), null, now::get)) {
      for (int rest : new int[] {0, 30, 31}) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(rest));
        assertThat(connection.send(Call.get("/")).status()).isEqualTo(OK);
      }
    }

    assertThat(callers).hasSize(2);
  }
}
