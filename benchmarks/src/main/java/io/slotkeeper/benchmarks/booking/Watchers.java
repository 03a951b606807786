package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.load.Answer;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who look for their booking in the query API until it is there. Only some do, so that
 * their looking costs little.
 */
final class Watchers implements AutoCloseable {

  /** Of so many bookings, one is looked for. */
  static final int ONE_IN = 25;

  private static final int OK = 200;
  private static final int NOT_YET = 404;
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI queries;
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final ThreadLocal<KeptConnection> connections;
  private final List<KeptConnection> open = new ArrayList<>();
  private final AtomicLong heard = new AtomicLong();
  private final Map<String, Future<Instant>> watched = new ConcurrentHashMap<>();

  Watchers(URI queries) {
    this.queries = queries;
    this.connections = ThreadLocal.withInitial(this::connect);
  }

  private KeptConnection connect() {
    var connection = new KeptConnection(queries);
    synchronized (open) {
      open.add(connection);
    }
    return connection;
  }

  void hear(Answer answer) {
    if (heard.getAndIncrement() % ONE_IN == 0) {
      var made = JSON.readTree(answer.body());
      var booking = made.path("bookingId").asString();
      var token = made.path("manageToken").asString();
      watched.put(booking, threads.submit(() -> awaited(booking, token)));
    }
  }

  private Instant awaited(String booking, String token) {
    var call =
        new Call(
            "GET",
            "/api/bookings/" + booking,
            Map.of("Authorization", "Bearer " + token),
            new byte[0]);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      var answer = connections.get().send(call);
      if (answer.status() == OK) {
        return clock.instant();
      }
      var unused = answer.require(NOT_YET, "looking for a booking");
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    throw new IllegalStateException("a booking was not seen within " + PATIENCE);
  }

  /** When each of them saw its booking, by its id; they are forgotten then. */
  Map<String, Instant> seen() {
    Map<String, Instant> seen = new ConcurrentHashMap<>();
    watched.forEach((booking, when) -> seen.put(booking, get(when)));
    watched.clear();
    return seen;
  }

  private static Instant get(Future<Instant> when) {
    try {
      return when.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (open) {
      open.forEach(KeptConnection::close);
    }
  }
}
