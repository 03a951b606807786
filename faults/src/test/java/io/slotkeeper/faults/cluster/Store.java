package io.slotkeeper.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The database of the cluster, read directly. */
public record Store(Cluster cluster) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  public JdbcClient sql() {
    return JdbcClient.create(cluster.database().dataSource());
  }

  /** Number of the newest event; 0 where there is none. */
  public long newest() {
    return sql()
        .sql("SELECT coalesce(max(globalIndex), 0) FROM command.DomainEventEntry")
        .query(Long.class)
        .single();
  }

  /** How many events of a stored name an aggregate has. */
  public long events(String aggregate, String name) {
    return sql()
        .sql(
            """
            SELECT count(*) FROM command.DomainEventEntry
             WHERE aggregateIdentifier = ? AND payloadType = ?
            """)
        .params(aggregate, name)
        .query(Long.class)
        .single();
  }

  /** Waits until nothing follows from what has happened any more. */
  public void awaitQuiet() {
    cluster.tryLettersNow();
    await("everything has followed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              long newest = newest();
              letters(Service.COMMAND);
              letters(Service.QUERY);
              assertThat(behind(newest)).isEmpty();
              assertThat(projections()).allMatch(each -> each.path("caughtUp").asBoolean());
              assertThat(unsent()).isEmpty();
              assertThat(newest()).isEqualTo(newest);
            });
  }

  private void letters(Service service) {
    var answer = cluster.next(service).http().as(Cluster.ADMIN).get("/api/admin/dead-letters");
    assertThat(answer.expect(200).body().path("total").asLong()).as("letters").isZero();
  }

  private List<JsonNode> projections() {
    return cluster
        .queries()
        .as(Cluster.ADMIN)
        .get("/api/admin/projections")
        .expect(200)
        .body()
        .path("projections")
        .valueStream()
        .toList();
  }

  /** Processors of command-service that have not seen an event. */
  private List<String> behind(long event) {
    return sql()
        .sql(
            """
            SELECT processorName FROM command.TokenEntry
             WHERE token IS NOT NULL AND processorName <> '__config'
               AND (convert_from(token, 'UTF8')::json ->> 'index')::bigint < ?
            """)
        .param(event)
        .query(String.class)
        .list();
  }

  /** Notifications of which nobody knows yet whether they will be taken. */
  private List<String> unsent() {
    return sql()
        .sql(
            """
            SELECT DISTINCT ON (aggregateIdentifier) aggregateIdentifier || ' ' || payloadType
              FROM command.DomainEventEntry
             WHERE aggregateIdentifier LIKE 'ntf\\_%'
             ORDER BY aggregateIdentifier, sequenceNumber DESC
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(
            each -> each.endsWith("notification.queued") || each.endsWith("notification.attempted"))
        .toList();
  }
}
