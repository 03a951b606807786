package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestRedis;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuiltAnswersTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final String SLOTS = "/api/admin/projections/slots";

  @Test
  void noLongerAnswersFromWhatWasCachedOfADamagedTable() {
    var database = EventWriter.freshDatabase();
    var clock = new SettableClock(QueryService.NOW);
    var history = new History(clock);
    var chair = history.newResource();
    var salon = history.salon(chair);
    var slot = new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR));
    history.book(slot, HALF_HOUR);
    try (var redis = TestRedis.start();
        var writer = EventWriter.start(database)) {
      writer.append(history.events());
      try (var service =
          QueryService.start(
              database,
              clock,
              Map.of(
                  "slotkeeper.cache.enabled", true,
                  "spring.data.redis.host", redis.host(),
                  "spring.data.redis.port", redis.port()))) {
        var admin = new Http(service, "admin-of-the-tests");
        var anyone = new Http(service, null);
        var list = "/api/businesses/%s/slots?from=2026-12-01&to=2026-12-01".formatted(salon);
        await().until(() -> status(anyone, list, slot).equals("UNAVAILABLE"));
        service.jdbc().sql("UPDATE query.slot SET status = 'AVAILABLE'").update();
        redis.stop();
        redis.restart();
        await().until(() -> status(anyone, list, slot).equals("AVAILABLE") && hits(service));

        admin.post(SLOTS + "/rebuild?onDifference=SWITCH");
        await().until(() -> admin.get(SLOTS).body().path("rebuild").has("endedAt"));

        assertThat(status(anyone, list, slot)).isEqualTo("UNAVAILABLE");
      }
    }
  }

  private static String status(Http anyone, String list, SlotId slot) {
    return anyone
        .get(list)
        .body()
        .path("slots")
        .valueStream()
        .filter(each -> each.path("slotId").asString().equals(slot.toString()))
        .findFirst()
        .map(each -> each.path("status").asString())
        .orElse("");
  }

  /** Whether slots were answered from the cache. */
  private static boolean hits(QueryService service) {
    return service
            .context()
            .getBean(MeterRegistry.class)
            .find("slotkeeper.cache.requests")
            .tags("cache", "slots", "result", "hit")
            .counters()
            .stream()
            .mapToDouble(counter -> counter.count())
            .sum()
        > 0;
  }
}
