package io.slotkeeper.query.rebuild;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.query.ProjectionsAtWork;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Rebuilds that are asked for and looked at through the admin API. */
abstract class Rebuilding extends ProjectionsAtWork {
  static final String PROJECTIONS = "/api/admin/projections/";

  /** Rests between attempts, which many of these tests wait for, become short. */
  @Override
  protected Map<String, Object> settings() {
    return Map.of("slotkeeper.projections.rebuild-step", "10ms");
  }

  final void awaitState(String name, RebuildState state) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              // Does so every second by itself.
              service.context().getBean(RebuildLeader.class).look();
              return state(name).equals(state.name());
            });
  }

  final String state(String name) {
    return view(name).path("rebuild").path("state").asString();
  }

  final JsonNode view(String name) {
    return admin.get(PROJECTIONS + name).body();
  }

  final List<String> indexes() {
    return service
        .jdbc()
        .sql("SELECT indexname FROM pg_indexes WHERE schemaname = 'query'")
        .query(String.class)
        .list();
  }

  final List<String> schemas() {
    return service
        .jdbc()
        .sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'query_next_%'")
        .query(String.class)
        .list();
  }
}
