package io.slotkeeper.benchmarks.growth.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.query.QueryServiceApplication;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoreWriterTest {
  private static final Year YEAR = new Year(7, 3000, Instant.parse("2026-11-01T10:00:00Z"));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> PROJECTIONS =
      List.of("businesses", "slots", "bookings", "notifications");

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final JdbcClient sql = JdbcClient.create(database.dataSource());

  @Test
  void writesWhatBothServicesRead() throws Exception {
    var store = StoreWriter.write(database.dataSource(), YEAR);

    assertThat(store.events()).isCloseTo(YEAR.events(), withinPercentage(15));
    assertThat(count("SELECT count(*) FROM command.DomainEventEntry")).isEqualTo(store.events());
    assertThat(count("SELECT count(DISTINCT payloadType) FROM command.DomainEventEntry"))
        .as("kinds of events")
        .isGreaterThanOrEqualTo(18);
    assertThat(indexes()).isEqualTo(indexesOfMigrations());
    assertThat(gaps()).as("gaps in sequences").isZero();
    try (var connection = database.dataSource().getConnection()) {
      realAggregatesAgreeWithClaims(new RealAggregates(connection));
    }
    projectionsAreBuiltAndRebuilt(store);
  }

  @Test
  void isTheSameEachTime() {
    StoreWriter.write(database.dataSource(), YEAR);
    var other = TestPostgres.freshDatabase();
    StoreWriter.write(other.dataSource(), YEAR);

    var history =
        """
        SELECT string_agg(concat_ws(' ', aggregateIdentifier, sequenceNumber, timeStamp,
                                    payloadType, eventIdentifier), ',' ORDER BY globalIndex)
          FROM command.DomainEventEntry
        """;
    var again = JdbcClient.create(other.dataSource()).sql(history).query(String.class).single();
    assertThat(sql.sql(history).query(String.class).single()).isEqualTo(again);
  }

  private void realAggregatesAgreeWithClaims(RealAggregates aggregates) {
    var claims = sql.sql("SELECT slot_id FROM command.slot_claim").query(String.class).set();
    var held = new HashSet<String>();
    for (var slot : aggregates.idsOf("Slot")) {
      var status = String.valueOf(aggregates.field("Slot", slot, "status"));
      if (!status.equals("AVAILABLE")) {
        held.add(slot);
      }
    }
    assertThat(claims).isNotEmpty().isEqualTo(held);
    for (var booking : aggregates.idsOf("Booking")) {
      var status = String.valueOf(aggregates.field("Booking", booking, "status"));
      var slot = String.valueOf(aggregates.field("Booking", booking, "slotId"));
      boolean holds = booking.equals(aggregates.field("Slot", slot, "bookingId"));
      assertThat(holds)
          .as("%s %s", booking, status)
          .isEqualTo(List.of("PENDING", "CONFIRMED", "COMPLETED", "NO_SHOW").contains(status));
    }
    for (var notification : aggregates.idsOf("Notification")) {
      assertThat(String.valueOf(aggregates.field("Notification", notification, "status")))
          .isIn("DELIVERED", "READ", "FAILED");
    }
    assertThat(aggregates.idsOf("Business")).hasSize(YEAR.businesses());
    for (var business : aggregates.idsOf("Business")) {
      assertThat(aggregates.field("Business", business, "state")).isNotNull();
    }
  }

  private void projectionsAreBuiltAndRebuilt(GeneratedStore store) throws Exception {
    Map<String, Object> settings = new HashMap<>(database.springProperties());
    settings.putAll(store.settings());
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("slotkeeper.security.admin-token", "admin");
    settings.put("slotkeeper.security.manage-token-secret", "s".repeat(32));
    settings.put("slotkeeper.cache.enabled", false);
    settings.put("slotkeeper.limits.enabled", false);
    settings.put("slotkeeper.projections.rebuild-step", "10ms");
    var arguments =
        settings.entrySet().stream()
            .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()))
            .toArray(String[]::new);
    try (var context = QueryServiceApplication.builder().run(arguments);
        var http = HttpClient.newHttpClient()) {
      var server =
          Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
      var url = URI.create("http://localhost:" + server.getPort());
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                for (var projection : PROJECTIONS) {
                  if (!isCaughtUp(http, url, projection)) {
                    return false;
                  }
                }
                return true;
              });
      for (var projection : PROJECTIONS) {
        send(http, request(url, projection + "/rebuild").POST(HttpRequest.BodyPublishers.noBody()));
      }
      for (var projection : PROJECTIONS) {
        await().atMost(PATIENCE).until(() -> rebuild(http, url, projection).has("endedAt"));
        assertThat(rebuild(http, url, projection).path("state").asString()).isEqualTo("DONE");
      }
      assertThat(count("SELECT count(*) FROM query.booking")).isEqualTo(store.bookings());
      var business = store.businesses().getFirst();
      var bookings =
          HttpRequest.newBuilder(url.resolve("/api/businesses/%s/bookings".formatted(business)))
              .header("Authorization", "Bearer " + store.ownerKey(business));
      assertThat(
              send(http, bookings)
                  .path("bookings")
                  .path(0)
                  .path("customer")
                  .path("name")
                  .asString())
          .startsWith("Customer ");
    }
  }

  private static boolean isCaughtUp(HttpClient http, URI url, String projection) throws Exception {
    var view = send(http, request(url, projection));
    return view.path("caughtUp").asBoolean(false) && view.path("deadLetters").asInt(1) == 0;
  }

  private static JsonNode rebuild(HttpClient http, URI url, String projection) throws Exception {
    return send(http, request(url, projection)).path("rebuild");
  }

  private static HttpRequest.Builder request(URI url, String path) {
    return HttpRequest.newBuilder(url.resolve("/api/admin/projections/" + path))
        .header("Authorization", "Bearer admin");
  }

  private static JsonNode send(HttpClient http, HttpRequest.Builder request) throws Exception {
    return JsonMapper.shared().readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }

  private long gaps() {
    return count(
        """
        SELECT count(*) FROM (
          SELECT FROM command.DomainEventEntry GROUP BY aggregateIdentifier
          HAVING count(*) <> max(sequenceNumber) + 1 OR count(DISTINCT type) > 1) AS broken
        """);
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  private List<String> indexes() {
    return indexes(sql);
  }

  private static List<String> indexesOfMigrations() {
    var fresh = TestPostgres.freshDatabase();
    Flyway.configure()
        .dataSource(fresh.dataSource())
        .schemas("command")
        .locations("classpath:db/command-service")
        .load()
        .migrate();
    return indexes(JdbcClient.create(fresh.dataSource()));
  }

  private static List<String> indexes(JdbcClient sql) {
    return sql.sql(
            """
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'command'
            UNION ALL
            SELECT pg_get_constraintdef(oid) FROM pg_constraint
             WHERE connamespace = 'command'::regnamespace AND contype <> 'n'
             ORDER BY 1
            """)
        .query(String.class)
        .list();
  }
}
