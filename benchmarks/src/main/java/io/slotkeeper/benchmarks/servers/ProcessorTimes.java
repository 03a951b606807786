package io.slotkeeper.benchmarks.servers;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long processes have been on processors, with their children that live. */
public final class ProcessorTimes {

  private final Map<String, ProcessHandle> processes;

  /** Of processes by name. */
  public ProcessorTimes(Map<String, ProcessHandle> processes) {
    this.processes = new LinkedHashMap<>(processes);
  }

  /** Of nothing. */
  public static ProcessorTimes none() {
    return new ProcessorTimes(Map.of());
  }

  /** Until now. */
  public Reading now() {
    Map<String, Map<Long, Duration>> spent = new TreeMap<>();
    processes.forEach((name, process) -> spent.put(name, spent(process)));
    return new Reading(spent);
  }

  private static Map<Long, Duration> spent(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .collect(
            Collectors.toMap(
                ProcessHandle::pid,
                each -> each.info().totalCpuDuration().orElse(Duration.ZERO),
                (once, again) -> again));
  }

  /**
   * Time on processors.
   *
   * @param spent by name, of the process and of each child by its number
   */
  public record Reading(Map<String, Map<Long, Duration>> spent) {

    /**
     * What was spent after an earlier one, but for what has ended since: it takes its time along.
     */
    public Reading since(Reading earlier) {
      Map<String, Map<Long, Duration>> between = new TreeMap<>();
      spent.forEach(
          (name, now) -> between.put(name, since(now, earlier.spent.getOrDefault(name, Map.of()))));
      return new Reading(between);
    }

    private static Map<Long, Duration> since(Map<Long, Duration> now, Map<Long, Duration> before) {
      Map<Long, Duration> between = new HashMap<>();
      now.forEach(
          (number, time) ->
              between.put(number, time.minus(before.getOrDefault(number, Duration.ZERO))));
      return between;
    }

    /** Of each of so many requests, in microseconds. */
    public Map<String, Double> microsPer(long requests) {
      Map<String, Double> micros = new TreeMap<>();
      spent.forEach(
          (name, times) -> {
            var all = times.values().stream().reduce(Duration.ZERO, Duration::plus);
            micros.put(name, all.toNanos() / 1e3 / requests);
          });
      return micros;
    }
  }
}
