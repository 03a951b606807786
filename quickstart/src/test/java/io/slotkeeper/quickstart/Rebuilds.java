package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.stories.Http;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rebuilds of all projections of a cluster, whichever node leads them. */
record Rebuilds(Cluster cluster) {
  private static final List<String> PROJECTIONS =
      List.of("businesses", "slots", "bookings", "notifications");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  void begin() {
    PROJECTIONS.forEach(projection -> admin().post(path(projection) + "/rebuild").expect(202));
  }

  /** Whether a node leads one that has read some events. */
  boolean isReplaying(NodeProcess node) {
    return PROJECTIONS.stream()
        .anyMatch(projection -> isLedBy(node, projection) && isReplaying(projection));
  }

  private boolean isReplaying(String projection) {
    var rebuild = rebuild(projection);
    return rebuild.path("state").asString("").equals("REPLAYING")
        && rebuild.path("done").asLong() > 0;
  }

  /** Who leads one holds its advisory lock. */
  private boolean isLedBy(NodeProcess node, String projection) {
    return cluster
        .sql()
        .sql(
            """
            SELECT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
                            WHERE locktype = 'advisory' AND granted AND classid = 331889
                              AND objid = hashtext(?)::oid AND datname = current_database()
                              AND application_name = ?)
            """)
        .params(projection, node.name())
        .query(Boolean.class)
        .single();
  }

  void awaitDone() {
    PROJECTIONS.forEach(this::awaitDone);
  }

  private void awaitDone(String projection) {
    await().atMost(PATIENCE).until(() -> rebuild(projection).has("endedAt"));
    assertThat(rebuild(projection).path("state").asString())
        .as("%s", rebuild(projection))
        .isEqualTo("DONE");
  }

  private JsonNode rebuild(String projection) {
    return admin().get(path(projection)).expect(200).body().path("rebuild");
  }

  private Http admin() {
    return cluster.queries().as(Cluster.ADMIN);
  }

  private static String path(String projection) {
    return "/api/admin/projections/" + projection;
  }

  /** What rebuilds fill, and what says how far they are. */
  List<String> leftovers() {
    return cluster
        .sql()
        .sql(
            """
            SELECT nspname FROM pg_namespace WHERE nspname LIKE 'query\\_next\\_%'
            UNION ALL
            SELECT processorName FROM query.TokenEntry WHERE processorName LIKE '%-next'
            """)
        .query(String.class)
        .list();
  }
}
