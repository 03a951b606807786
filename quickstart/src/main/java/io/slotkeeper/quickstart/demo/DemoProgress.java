package io.slotkeeper.quickstart.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the demo got, kept on disk before each step that must not happen twice.
 *
 * @param seed begins the idempotency keys, so that a step that was cut off is repeated as itself
 * @param today when it was begun, since a repeated request must be the same in every letter
 * @param businesses that exist, by their names in the plan
 */
record DemoProgress(
    String seed, LocalDate today, Map<String, DemoBusiness> businesses, boolean complete) {

  Optional<DemoBusiness> find(String name) {
    return Optional.ofNullable(businesses.get(name));
  }

  DemoProgress with(String name, DemoBusiness business) {
    Map<String, DemoBusiness> more = new TreeMap<>(businesses);
    more.put(name, business);
    return new DemoProgress(seed, today, more, complete);
  }

  DemoProgress completed() {
    return new DemoProgress(seed, today, businesses, true);
  }
}
