package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.command.notification.chat.DeliveryReports;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@SuppressWarnings("NullAway.Init")
class WebhookTest {
  private static final String PATH = "/webhooks/whatsapp";
  private static final int MOST_BYTES = 3 * 1024 * 1024;
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "slotkeeper.whatsapp.app-secret", "new-secret",
          "slotkeeper.whatsapp.previous-app-secret", "old-secret",
          "slotkeeper.whatsapp.verify-token", "agreed");

  private static final List<String> REPORTED = new CopyOnWriteArrayList<>();
  private static CommandServer server;

  @BeforeAll
  static void start() {
    server = start(TestPostgres.freshDatabase(), report -> REPORTED.add(report.wamid()), SETTINGS);
  }

  private static CommandServer start(
      TestDatabase database, DeliveryReports reports, Map<String, Object> settings) {
    return CommandServer.start(
        database,
        settings,
        context ->
            context.registerBean(
                DeliveryReports.class, () -> reports, bean -> bean.setPrimary(true)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] status(String wamid) {
    return """
    {"entry":[{"changes":[{"field":"messages","value":{"contacts":[{"profile":
     {"name":"Jos\\u00e9"}}],"statuses":[{"id":"%s","status":"sent","timestamp":"1"}]}}]}]}\
    """
        .formatted(wamid)
        .getBytes(UTF_8);
  }

  private static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> post(String secret, byte[] body, String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "X-Hub-Signature-256";
    all[1] = signature(secret, body);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return server.call("POST", PATH, null, body, all);
  }

  private static void assertTaken(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).path("code").asString()).isEqualTo(code);
  }

  private static void assertReported(String... wamids) {
    // Tasks are looked for once a second, on a machine that may be busy with others.
    await().untilAsserted(() -> assertThat(REPORTED).contains(wamids));
  }

  private static int waiting(CommandServer asked) {
    return asked
        .bean(JdbcTemplate.class)
        .queryForList(
            "SELECT 1 FROM command.scheduled_tasks WHERE task_name = 'whatsapp-webhook'",
            Integer.class)
        .size();
  }

  @Test
  void agreesToTheHandshakeAndNoOther() {
    var query = "?hub.mode=%s&hub.challenge=1158201444&hub.verify_token=%s";
    var agreed = server.call("GET", PATH + query.formatted("subscribe", "agreed"), null, "");
    assertThat(agreed.statusCode()).isEqualTo(200);
    assertThat(agreed.body()).isEqualTo("1158201444");
    assertThat(agreed.headers().firstValue("Content-Type")).get().asString().startsWith("text/pl");
    for (var other :
        List.of(
            query.formatted("subscribe", "wrong"),
            query.formatted("subscribe", ""),
            query.formatted("unsubscribe", "agreed"),
            "")) {
      assertProblem(server.call("GET", PATH + other, null, ""), 403, "forbidden");
    }
  }

  @Test
  void takesWhatMetaSigned() {
    assertTaken(post("new-secret", status("wamid.new")));
    assertTaken(post("old-secret", status("wamid.old")));
    assertTaken(
        post(
            "new-secret",
            status("wamid.form"),
            "Content-Type",
            "application/x-www-form-urlencoded"));
    assertTaken(post("new-secret", status("wamid.text"), "Content-Type", "text/plain"));
    assertReported("wamid.new", "wamid.old", "wamid.form", "wamid.text");
  }

  @Test
  void refusesWhatMetaDidNotSign() {
    var body = status("wamid.forged");
    assertProblem(post("another-secret", body), 401, "unauthenticated");
    assertProblem(server.call("POST", PATH, null, body), 401, "unauthenticated");
    var good = signature("new-secret", body);
    for (var header :
        List.of("", "sha256=", good.substring(7), good.replace("sha256", "SHA256"), good + "0")) {
      assertProblem(
          server.call("POST", PATH, null, body, "X-Hub-Signature-256", header),
          401,
          "unauthenticated");
    }
    var rewritten = new String(body, UTF_8).replace("\\u00e9", "é").getBytes(UTF_8);
    assertProblem(
        server.call("POST", PATH, null, rewritten, "X-Hub-Signature-256", good),
        401,
        "unauthenticated");
    assertTaken(post("new-secret", status("wamid.after-forged")));
    assertReported("wamid.after-forged");
    assertThat(REPORTED).doesNotContain("wamid.forged");
  }

  @Test
  void takesTheSameAgainAndWhatItDoesNotUnderstand() {
    assertTaken(post("new-secret", status("wamid.twice")));
    assertTaken(post("new-secret", status("wamid.twice")));
    assertTaken(post("new-secret", "no JSON".getBytes(UTF_8)));
    assertTaken(post("new-secret", new byte[0]));
    assertTaken(
        post(
            "new-secret",
            """
            {"entry":[{"changes":[{"field":"messages","value":{"messages":[
             {"id":"wamid.x","timestamp":"1","from":"34600111222","type":"hologram"},
             {"id":"wamid.y","timestamp":"1","from":"34600111222","type":"button",
              "button":{"payload":"whatever"}}]}}]}]}\
            """
                .getBytes(UTF_8)));
    assertReported("wamid.twice");
    await().untilAsserted(() -> assertThat(waiting(server)).isZero());
  }

  @Test
  void takesThreeMegabytesAndNoMore() {
    var large = (" ".repeat(MOST_BYTES - 300) + new String(status("wamid.large"), UTF_8));
    assertTaken(post("new-secret", large.getBytes(UTF_8)));
    assertReported("wamid.large");
    assertProblem(post("new-secret", new byte[MOST_BYTES + 1]), 413, "too-large");
    assertProblem(
        server.call("POST", "/api/bookings", null, new byte[64 * 1024 + 1]), 413, "too-large");
  }

  @Test
  void isNotThereWithoutASecret() {
    try (var bare = CommandServer.start(Map.of("slotkeeper.whatsapp.app-secret", ""))) {
      var body = status("wamid.bare");
      var signed =
          bare.call("POST", PATH, null, body, "X-Hub-Signature-256", signature("none", body));
      assertProblem(signed, 404, "not-found");
      assertProblem(bare.call("GET", PATH + "?hub.mode=subscribe", null, ""), 404, "not-found");
    }
  }

  @Test
  void saysSoWhereItCannotStore() {
    var database = server.bean(JdbcTemplate.class);
    database.execute("ALTER TABLE command.scheduled_tasks RENAME TO hidden_tasks");
    try {
      assertProblem(post("new-secret", status("wamid.unstored")), 503, "unavailable");
    } finally {
      database.execute("ALTER TABLE command.hidden_tasks RENAME TO scheduled_tasks");
    }
    assertTaken(post("new-secret", status("wamid.unstored")));
    assertReported("wamid.unstored");
  }

  @Test
  void storesBeforeItAnswersAndGoesOnAfterARestart() throws InterruptedException {
    var database = TestPostgres.freshDatabase();
    var failed = new CountDownLatch(1);
    DeliveryReports broken =
        report -> {
          failed.countDown();
          throw new IllegalStateException("broken by the test");
        };
    var body = status("wamid.restarted");
    try (var first = start(database, broken, SETTINGS)) {
      assertTaken(
          first.call(
              "POST", PATH, null, body, "X-Hub-Signature-256", signature("new-secret", body)));
      assertThat(waiting(first)).isEqualTo(1);
      assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
      await()
          .until(
              () ->
                  !first
                      .bean(JdbcTemplate.class)
                      .queryForList(
                          "SELECT 1 FROM command.scheduled_tasks WHERE consecutive_failures = 1")
                      .isEmpty());
    }
    try (var second = start(database, report -> REPORTED.add(report.wamid()), SETTINGS)) {
      // Again and again: the scheduler may just have worked out, by this clock, when to look next.
      await()
          .until(
              () -> {
                second.clock.advance(Duration.ofMinutes(1));
                return REPORTED.contains("wamid.restarted");
              });
      await().untilAsserted(() -> assertThat(waiting(second)).isZero());
    }
  }
}
