package io.slotkeeper.admin.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The events of a store, aggregate by aggregate. */
public final class Histories {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 1_000;
  private static final String EVENTS =
      """
      SELECT aggregateIdentifier, globalIndex, sequenceNumber, payloadType, timeStamp, payload
        FROM command.DomainEventEntry
      """;

  /** What is of one aggregate comes together; for slots of a resource in the order of time too. */
  private static final String IN_ORDER = " ORDER BY aggregateIdentifier, sequenceNumber";

  private final Snapshot snapshot;

  /** Takes some histories. */
  public interface Taker {
    /** Takes them; what comes next is of other aggregates. */
    void take(List<History> histories) throws SQLException;
  }

  /** Of a snapshot. */
  public Histories(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** All of them, some at a time. */
  public void each(Taker taker) throws SQLException {
    List<History> batch = new ArrayList<>();
    List<StoredEvent> events = new ArrayList<>();
    var current = new StringBuilder();
    snapshot.each(
        EVENTS + IN_ORDER,
        row -> {
          var id = row.getString("aggregateIdentifier");
          if (!current.toString().equals(id)) {
            if (!events.isEmpty()) {
              batch.add(new History(current.toString(), List.copyOf(events)));
              events.clear();
            }
            current.setLength(0);
            current.append(id);
            if (batch.size() >= BATCH) {
              taker.take(List.copyOf(batch));
              batch.clear();
            }
          }
          events.add(event(row));
        });
    if (!events.isEmpty()) {
      batch.add(new History(current.toString(), List.copyOf(events)));
    }
    if (!batch.isEmpty()) {
      taker.take(List.copyOf(batch));
    }
  }

  /** Those of these aggregates, by id, as far as there are any. */
  public Map<String, History> of(Collection<String> ids) throws SQLException {
    Map<String, List<StoredEvent>> events = new LinkedHashMap<>();
    snapshot.each(
        EVENTS + " WHERE aggregateIdentifier = ANY (?)" + IN_ORDER,
        ids,
        row ->
            events
                .computeIfAbsent(row.getString("aggregateIdentifier"), any -> new ArrayList<>())
                .add(event(row)));
    Map<String, History> found = new LinkedHashMap<>();
    events.forEach((id, all) -> found.put(id, new History(id, List.copyOf(all))));
    return found;
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("globalIndex"),
        row.getLong("sequenceNumber"),
        row.getString("payloadType"),
        Instant.parse(row.getString("timeStamp")),
        JSON.readTree(row.getBytes("payload")));
  }
}
