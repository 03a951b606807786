package io.slotkeeper.benchmarks.load;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Lets callers ask. */
public final class Load {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
  private static final int DIGITS = 3;

  private Load() {}

  /** Every caller asks again as soon as it has its answer: what the server can do at most. */
  public static Measured closedLoop(Traffic traffic, Duration duration) {
    return run(traffic, new ClosedLoop(duration));
  }

  /**
   * Requests begin at a fixed rate, and each one's time counts from when it was to begin.
   *
   * @param perSecond of all callers together
   */
  public static Measured fixedRate(Traffic traffic, double perSecond, Duration duration) {
    return run(traffic, new FixedRate(perSecond, duration));
  }

  private static Measured run(Traffic traffic, Pace pace) {
    var begin = new AtomicLong();
    var together =
        new CyclicBarrier(
            traffic.connections(),
            () -> {
              begin.set(System.nanoTime());
              pace.begin(begin.get());
            });
    var callers = new ArrayList<Callable<Heard>>();
    for (int number = 0; number < traffic.connections(); number++) {
      var address = traffic.address(number);
      callers.add(() -> ask(traffic, address, pace, together));
    }
    var all = all(callers);
    var nanos = histogram();
    Map<Integer, Long> wrong = new TreeMap<>();
    long end = begin.get();
    for (var heard : all) {
      nanos.add(heard.nanos);
      heard.wrong.forEach((status, count) -> wrong.merge(status, count, Long::sum));
      end = Math.max(end, heard.end);
    }
    return new Measured((end - begin.get()) / 1e9, nanos.getTotalCount(), Map.copyOf(wrong), nanos);
  }

  private static Heard ask(Traffic traffic, InetAddress address, Pace pace, CyclicBarrier together)
      throws InterruptedException, BrokenBarrierException {
    var heard = new Heard();
    together.await();
    heard.end = System.nanoTime();
    try (var connection = new KeptConnection(traffic.server(), address)) {
      long asked = 0;
      for (long from = pace.next(asked); from != Pace.END; from = pace.next(asked)) {
        asked++;
        var call = traffic.calls().get();
        var answer = connection.send(call);
        heard.end = System.nanoTime();
        if (answer.status() == traffic.expected()) {
          heard.nanos.recordValue(Math.min(heard.end - from, LONGEST));
          traffic.heard().accept(call, answer);
        } else {
          heard.wrong.merge(answer.status(), 1L, Long::sum);
        }
      }
    }
    return heard;
  }

  private static List<Heard> all(List<Callable<Heard>> callers) {
    try (var threads = Executors.newFixedThreadPool(callers.size())) {
      var heard = new ArrayList<Heard>();
      for (Future<Heard> each : threads.invokeAll(callers)) {
        heard.add(each.get());
      }
      return heard;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A caller has failed", e);
    }
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST, DIGITS);
  }

  /** What one caller has seen. */
  private static final class Heard {
    private final Histogram nanos = histogram();
    private final Map<Integer, Long> wrong = new TreeMap<>();
    private long end;
  }
}
