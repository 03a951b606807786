package io.slotkeeper.command.notification.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.privacy.PhoneHashes;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SendingBudgetTest {
  private static final PhoneNumber ANA = new PhoneNumber("+34600111222");
  private static final PhoneNumber BEA = new PhoneNumber("+34600333444");

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T10:00:00Z"));

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/command-service")
        .schemas("command")
        .defaultSchema("command")
        .load()
        .migrate();
  }

  @Test
  void givesEachRecipientABurstAndThenOneEverySixSeconds() {
    var budget = node(1000);
    exhaust(budget, ANA);

    assertThatThrownBy(() -> budget.take(ANA))
        .isInstanceOfSatisfying(
            NotSent.class,
            refusal -> {
              assertThat(refusal.failureClass()).isEqualTo(FailureClass.PAIR_LIMIT);
              assertThat(refusal.code()).isEqualTo("pair-budget");
              assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(6));
            });
    budget.take(BEA);

    clock.advance(Duration.ofSeconds(6));
    budget.take(ANA);
    assertRefused("pair-budget", () -> budget.take(ANA));
  }

  @Test
  void sharesTheBudgetOfARecipientOverNodes() {
    exhaust(node(1000), ANA);

    assertRefused("pair-budget", () -> node(1000).take(ANA));
  }

  @Test
  void sharesTheBudgetOfTheSenderOverNodes() {
    // One a second, and none of the next second's is promised so early.
    node(1).take(ANA);
    var other = node(1);

    assertRefused("sender-budget", () -> other.take(BEA));

    clock.advance(Duration.ofSeconds(1));
    other.take(BEA);
  }

  @Test
  void givesBackWhatTheSenderCouldNotUse() {
    var generous = node(1000);
    var strict = node(1);
    strict.take(BEA);
    exhaustBut(1, generous, ANA);
    assertRefused("sender-budget", () -> strict.take(ANA));

    generous.take(ANA);
    assertRefused("pair-budget", () -> generous.take(ANA));
  }

  @Test
  void keepsNoNumberAndForgetsWhatIsFullAgain() {
    var budget = node(80);
    budget.take(ANA);
    var jdbc = new JdbcTemplate(database.dataSource());

    assertThat(jdbc.queryForList("SELECT id::text FROM command.whatsapp_budget", String.class))
        .hasSize(2)
        .noneMatch(id -> id.contains("600111222"));
    assertThat(budget.removeExpired()).isZero();

    jdbc.update("UPDATE command.whatsapp_budget SET expires_at = 1");
    assertThat(budget.removeExpired()).isEqualTo(2);
  }

  @Test
  void sendsNothingThatItCannotCount() {
    var budget = node(80);
    database.execute("DROP TABLE command.whatsapp_budget");

    assertRefused("budget-unavailable", () -> budget.take(ANA));
  }

  private void exhaust(SendingBudget budget, PhoneNumber to) {
    exhaustBut(0, budget, to);
  }

  private void exhaustBut(int left, SendingBudget budget, PhoneNumber to) {
    for (int i = left; i < SendingBudget.PAIR_BURST; i++) {
      budget.take(to);
    }
  }

  private SendingBudget node(int perSecond) {
    Map<String, String> given = new HashMap<>(Accounts.GIVEN);
    given.put("messages-per-second", String.valueOf(perSecond));
    return new SendingBudget(
        database.dataSource(), Accounts.settings(given), new PhoneHashes(new byte[32]), clock);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            NotSent.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
