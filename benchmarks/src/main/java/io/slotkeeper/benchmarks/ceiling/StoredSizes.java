package io.slotkeeper.benchmarks.ceiling;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much a booking stores, in bytes.
 *
 * @param events payload and metadata of each event together
 * @param answer what is kept of the answer to the key
 */
@ConfigurationProperties("plain")
public record StoredSizes(List<Integer> events, int answer) {

  /** The same bytes in a single event. */
  public StoredSizes inOneEvent() {
    return new StoredSizes(List.of(events.stream().mapToInt(Integer::intValue).sum()), answer);
  }

  Map<String, String> settings() {
    return Map.of(
        "plain.events",
        String.join(",", events.stream().map(String::valueOf).toList()),
        "plain.answer",
        String.valueOf(answer));
  }
}
