package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveralNodesTest {
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final CachedService services = CachedService.shared();
  private final History history = services.cached().history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final String path = "/api/businesses/" + salon + "/slots?from=2026-12-02";

  @BeforeEach
  void setUp() {
    services.cached().clock().set(QueryService.NOW);
    services.changes().apply(history.events());
    services.awaitQuiet(path);
  }

  @Test
  void showsWhatAnotherNodeChangesAtOnce() {
    try (var other = services.anotherNode()) {
      var trust = other.context().getBean(CacheLink.class).trust();
      await().until(trust::reads);
      assertThat(new Http(other, null).raw(path).body()).doesNotContain("UNAVAILABLE");

      book(other);

      assertThat(services.same(path)).contains("UNAVAILABLE");
      services.awaitHit(path);
    }
  }

  @Test
  void showsWhatANodeWithoutACacheChangesWithTheNextHeartbeat() {
    book(services.plain());

    await().untilAsserted(() -> services.same(path));
    services.awaitHit(path);
    assertThat(services.same(path)).contains("UNAVAILABLE");
  }

  private void book(QueryService node) {
    var known = history.events().size();
    history.book(new SlotId(salon, chair, TEN), Duration.ofMinutes(30));
    var fresh = history.events().subList(known, history.events().size());
    new Changes(node).apply(List.copyOf(fresh));
  }
}
