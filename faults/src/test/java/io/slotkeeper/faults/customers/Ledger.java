package io.slotkeeper.faults.customers;

import io.slotkeeper.faults.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What customers and owners were told of bookings, the newest answer of each. */
public final class Ledger {

  private record Promise(String slotId, String status, long version) {

    static Promise of(Answer answer) {
      return new Promise(
          answer.text("slotId"), answer.text("status"), answer.body().path("version").asLong());
    }
  }

  private final Map<String, Promise> promises = new ConcurrentHashMap<>();

  /** Keeps what a booking's command was answered, where it was carried out. */
  public Answer keep(Answer answer) {
    if (answer.ok()) {
      promises.merge(
          answer.text("bookingId"),
          Promise.of(answer),
          (known, next) -> next.version() >= known.version() ? next : known);
    }
    return answer;
  }

  public int size() {
    return promises.size();
  }

  /** For each booking its id, slot and state. */
  public List<String> lines() {
    return promises.entrySet().stream()
        .map(
            each ->
                "%s %s %s"
                    .formatted(each.getKey(), each.getValue().slotId(), each.getValue().status()))
        .sorted()
        .toList();
  }
}
