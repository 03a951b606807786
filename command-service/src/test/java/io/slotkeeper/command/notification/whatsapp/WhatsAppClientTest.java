package io.slotkeeper.command.notification.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.privacy.PhoneHashes;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class WhatsAppClientTest {
  private static final TestDatabase DATABASE = TestPostgres.freshDatabase();
  private static final OutgoingMessage HELLO =
      new OutgoingMessage(
          new PhoneNumber("+34600111222"), new Body.Text("Hello Ana"), "our-id", "wamid.BEFORE");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Peer peer = new Peer();
  private WhatsAppClient client = client(Map.of());

  @BeforeAll
  static void migrate() {
    Flyway.configure()
        .dataSource(DATABASE.dataSource())
        .locations("classpath:db/command-service")
        .schemas("command")
        .defaultSchema("command")
        .load()
        .migrate();
  }

  @AfterEach
  void stop() {
    client.close();
    peer.close();
    DATABASE.execute("TRUNCATE command.whatsapp_budget");
  }

  @Test
  void sendsAMessageAndReturnsItsName() {
    assertThat(client.send(HELLO)).isEqualTo("wamid.ONE");

    assertThat(peer.asked).hasSize(1);
    assertThat(peer.asked.getFirst().path()).isEqualTo("/v25.0/1234567890/messages");
    assertThat(peer.asked.getFirst().authorization()).isEqualTo("Bearer " + Accounts.TOKEN);
    assertSent(
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34600111222",
         "type":"text","text":{"body":"Hello Ana","preview_url":false},
         "context":{"message_id":"wamid.BEFORE"},"biz_opaque_callback_data":"our-id"}""");
  }

  @Test
  void sendsButtons() {
    client.send(
        message(
            new Body.Buttons(
                "Well?", List.of(new Button("A.1", "Confirm"), new Button("R.1", "Reject")))));

    assertSent(
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34600111222",
         "type":"interactive","interactive":{"type":"button","body":{"text":"Well?"},
         "action":{"buttons":[{"type":"reply","reply":{"id":"A.1","title":"Confirm"}},
                              {"type":"reply","reply":{"id":"R.1","title":"Reject"}}]}}}""");
  }

  @Test
  void sendsATemplate() {
    client.send(message(new Body.Template("hello_1", "es", List.of("Ana"), List.of("A.1", "R.1"))));

    assertSent(
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34600111222",
         "type":"template","template":{"name":"hello_1","language":{"code":"es"},"components":[
          {"type":"body","parameters":[{"type":"text","text":"Ana"}]},
          {"type":"button","sub_type":"quick_reply","index":"0",
           "parameters":[{"type":"payload","payload":"A.1"}]},
          {"type":"button","sub_type":"quick_reply","index":"1",
           "parameters":[{"type":"payload","payload":"R.1"}]}]}}""");
  }

  @ParameterizedTest
  @CsvSource({
    "131000, 500, TRANSIENT, 3",
    "130429, 429, SLOW_DOWN, 1",
    "1, 400, FEW_TRIES, 1",
    "131056, 429, PAIR_LIMIT, 1",
    "190, 401, CHANNEL_STOPPED, 1",
    "131026, 400, UNDELIVERABLE, 1",
    "131047, 400, NEEDS_TEMPLATE, 1",
    "132001, 404, OUR_MISTAKE, 1"
  })
  void triesAgainOnlyWhatPassesSoon(int code, int status, FailureClass expected, int requests) {
    peer.fails(status, code);

    var refusal = refusal();

    assertThat(refusal.failureClass()).isEqualTo(expected);
    assertThat(refusal.code()).isEqualTo(String.valueOf(code));
    assertThat(peer.asked).hasSize(requests);
  }

  @Test
  void leavesTheTimeToMetaWhereItNamesOne() {
    peer.fails(500, 131016).asksToWait("7");

    assertThat(refusal().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(peer.asked).hasSize(1);
  }

  @Test
  void takesAServerErrorWithoutACodeForPassing() {
    peer.answers(502, "<html>Bad gateway</html>");

    assertThat(refusal().failureClass()).isEqualTo(FailureClass.TRANSIENT);
    assertThat(refusal().code()).isEqualTo("http-502");
  }

  @ParameterizedTest
  @CsvSource({"''", "'{'", "'[]'", "'{}'", "'{\"messages\":[]}'", "'{\"messages\":[{}]}'"})
  void doesNotKnowWhatAnUnreadableAnswerMeans(String answer) {
    peer.answers(200, answer);

    assertThatThrownBy(() -> client.send(HELLO)).isInstanceOf(OutcomeUnknown.class);
    assertThat(peer.asked).hasSize(1);
  }

  @Test
  void doesNotKnowWhatSilenceMeansAndSendsNothingTwice() {
    client = client(Map.of("read-timeout", "100ms"));
    peer.fallsSilent();

    assertThatThrownBy(() -> client.send(HELLO)).isInstanceOf(OutcomeUnknown.class);
    assertThat(peer.asked).hasSize(1);
  }

  @Test
  void doesNotKnowWhatABrokenConnectionMeansAndSendsNothingTwice() {
    client.send(HELLO);
    peer.hangsUp();

    assertThatThrownBy(() -> client.send(HELLO)).isInstanceOf(OutcomeUnknown.class);
    assertThat(peer.asked).hasSize(2);
  }

  @Test
  void knowsThatNothingWentOutWithoutAConnection() {
    peer.close();

    assertThat(refusal().failureClass()).isEqualTo(FailureClass.TRANSIENT);
    assertThat(refusal().code()).isEqualTo("no-connection");
  }

  @Test
  void leavesWhatsAppAloneAfterFiveFailuresAndFindsItWellAgain() {
    client =
        client(Map.of("retry.attempts", "1", "breaker.open-for", "300ms", "breaker.probes", "2"));
    peer.fails(500, 131000);
    for (int i = 0; i < 5; i++) {
      assertThat(client.isOpenForBusiness()).isTrue();
      assertThat(refusal().code()).isEqualTo("131000");
    }

    assertThat(client.isOpenForBusiness()).isFalse();
    assertThat(client.isAway()).isTrue();
    var refusal = refusal();
    assertThat(refusal.code()).isEqualTo("breaker-open");
    assertThat(refusal.failureClass()).isEqualTo(FailureClass.TRANSIENT);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(300));
    assertThat(peer.asked).hasSize(5);

    peer.answers(200, Peer.TAKEN);
    await().until(client::isOpenForBusiness);
    assertThat(state("half_open")).isEqualTo(1);
    client.send(HELLO);
    client.send(HELLO);
    assertThat(state("closed")).isEqualTo(1);
  }

  @Test
  void usesNoBudgetWhileItLeavesWhatsAppAlone() {
    client = client(Map.of("retry.attempts", "1"));
    peer.fails(500, 131000);
    for (int i = 0; i < 5; i++) {
      refusal();
    }
    var before = budgets();

    assertThat(refusal().code()).isEqualTo("breaker-open");
    assertThat(budgets()).isEqualTo(before);
  }

  @Test
  void doesNotHoldAgainstWhatsAppWhatIsWrongWithAMessage() {
    peer.fails(400, 131026);
    for (int i = 0; i < 10; i++) {
      refusal();
    }

    assertThat(client.isOpenForBusiness()).isTrue();
    assertThat(peer.asked).hasSize(10);
  }

  @Test
  void doesNotHoldAgainstWhatsAppThatOurBudgetIsSpent() {
    client = client(Map.of("messages-per-second", "1"));
    client.send(HELLO);
    for (int i = 0; i < 10; i++) {
      assertThat(refusal().code()).isEqualTo("sender-budget");
    }

    assertThat(client.isOpenForBusiness()).isTrue();
    assertThat(peer.asked).hasSize(1);
  }

  @Test
  void keepsMessagesWithoutAnAccountAndSaysSoOnce(CapturedOutput output) {
    var idle = client(Accounts.settings(Map.of()));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> idle.send(HELLO))
          .isInstanceOfSatisfying(
              NotSent.class,
              refusal -> {
                assertThat(refusal.failureClass()).isEqualTo(FailureClass.CHANNEL_STOPPED);
                assertThat(refusal.code()).isEqualTo("not-configured");
              });
    }
    assertThat(idle.isOpenForBusiness()).isFalse();
    assertThat(idle.isAway()).as("nothing is to be sent").isFalse();
    assertThat(output).containsOnlyOnce("WhatsApp is not configured");
  }

  @Test
  void namesNobodyAndNoSecretWhereItFails(CapturedOutput output) {
    peer.fails(400, 131026);
    var refusal = refusal();
    peer.answers(200, "Hello Ana");
    var unknown = catchThrowableOfType(OutcomeUnknown.class, () -> client.send(HELLO));

    assertThat(output).contains("131026", "AbC-123");
    assertThat(List.of(output.toString(), refusal.toString(), unknown.toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain("Ana", "600111222", Accounts.TOKEN));
    assertThat(refusal.getCause()).isNull();
    assertThat(unknown.getCause()).isNull();
  }

  private NotSent refusal() {
    return catchThrowableOfType(NotSent.class, () -> client.send(HELLO));
  }

  private double state(String state) {
    return meters.get("resilience4j.circuitbreaker.state").tag("state", state).gauge().value();
  }

  private static List<String> budgets() {
    return new JdbcTemplate(DATABASE.dataSource())
        .queryForList(
            "SELECT encode(state, 'hex') FROM command.whatsapp_budget ORDER BY id", String.class);
  }

  private void assertSent(String expected) {
    var json = new JsonMapper();
    assertThat(json.readTree(peer.asked.getFirst().body())).isEqualTo(json.readTree(expected));
  }

  private static OutgoingMessage message(Body body) {
    return new OutgoingMessage(HELLO.to(), body, null, null);
  }

  private WhatsAppClient client(Map<String, String> more) {
    Map<String, String> given = new HashMap<>(Accounts.GIVEN);
    given.put("base-url", peer.address().toString());
    given.put("retry.first-pause", "1ms");
    given.putAll(more);
    return client(Accounts.settings(given));
  }

  private WhatsAppClient client(WhatsAppSettings settings) {
    meters.clear();
    var beans = new StaticListableBeanFactory(Map.of("meters", meters));
    var clock = new SettableClock(Instant.parse("2026-11-02T10:00:00Z"));
    return new WhatsAppClient(
        settings,
        new SendingBudget(DATABASE.dataSource(), settings, new PhoneHashes(new byte[32]), clock),
        beans.getBeanProvider(MeterRegistry.class));
  }
}
