package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Slots that a store's businesses offer, each once, and of one business after the other. */
public final class FreeSlots implements Supplier<SlotId> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;
  private static final int DAYS = 28;
  private static final int BUSINESSES = 200;

  private final List<SlotId> slots = new ArrayList<>();
  private int next;

  private FreeSlots() {}

  /**
   * As many as are needed, as a query-service lists them now.
   *
   * @throws IllegalStateException where there are not so many
   */
  public static FreeSlots of(GrownStore grown, URI queries, int needed) {
    var found = new FreeSlots();
    var lists = new ArrayList<List<SlotId>>();
    int sum = 0;
    try (var connection = new KeptConnection(queries)) {
      for (var business : grown.store().businesses().stream().limit(BUSINESSES).toList()) {
        // Not today's: they may begin before they are booked.
        var from = LocalDate.now(Clock.systemUTC()).plusDays(1);
        var path =
            "/api/businesses/%s/slots?status=AVAILABLE&from=%s&to=%s"
                .formatted(business, from, from.plusDays(DAYS - 1));
        var answer = connection.send(Call.get(path)).require(OK, path);
        var list =
            JSON.readTree(answer.body())
                .path("slots")
                .valueStream()
                .map(slot -> SlotId.parse(slot.path("slotId").asString()))
                .toList();
        lists.add(list);
        sum += list.size();
        if (sum >= 2 * needed) {
          break;
        }
      }
    }
    for (int at = 0; found.slots.size() < sum; at++) {
      for (var list : lists) {
        if (at < list.size()) {
          found.slots.add(list.get(at));
        }
      }
    }
    if (sum < needed) {
      throw new IllegalStateException("%d slots are free of %d needed".formatted(sum, needed));
    }
    return found;
  }

  @Override
  public synchronized SlotId get() {
    return slots.get(next++);
  }
}
