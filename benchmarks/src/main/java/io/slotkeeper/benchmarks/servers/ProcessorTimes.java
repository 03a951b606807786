package io.slotkeeper.benchmarks.servers;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
    Map<String, Duration> spent = new TreeMap<>();
    processes.forEach((name, process) -> spent.put(name, spent(process)));
    return new Reading(spent);
  }

  private static Duration spent(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Time on processors.
   *
   * @param spent by name of the process
   */
  public record Reading(Map<String, Duration> spent) {

    /** What was spent after an earlier one. */
    public Reading since(Reading earlier) {
      Map<String, Duration> between = new TreeMap<>();
      spent.forEach((name, time) -> between.put(name, time.minus(earlier.spent.get(name))));
      return new Reading(between);
    }

    /** Of each of so many requests, in microseconds. */
    public Map<String, Double> microsPer(long requests) {
      Map<String, Double> micros = new TreeMap<>();
      spent.forEach((name, time) -> micros.put(name, time.toNanos() / 1e3 / requests));
      return micros;
    }
  }
}
