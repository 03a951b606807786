package io.slotkeeper.platform.errors.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.testing.SettableClock;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.QueryTimeoutException;

/** When errors are reported, and that nothing is there where nobody watches. */
class ErrorReportsTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(SentryReportsAutoConfiguration.class))
          .withBean(Clock.class, () -> clock);

  @Test
  void hasNoTransportWithoutADsn() {
    context.run(started -> assertThat(started).doesNotHaveBean(ErrorReports.class));
    context
        .withPropertyValues("sentry.dsn=")
        .run(started -> assertThat(started).doesNotHaveBean(ErrorReports.class));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("Sentry"));
  }

  @Test
  void reportsTheSameErrorNowAndThenOnly() {
    var allowance = new Allowance(clock);
    assertThat(allowance.allows("a")).isTrue();
    assertThat(allowance.allows("a")).isFalse();
    assertThat(allowance.allows("b")).isTrue();
    clock.advance(Duration.ofMinutes(5));
    assertThat(allowance.allows("a")).isTrue();
  }

  @Test
  void reportsAFewDifferentErrorsAtOnce() {
    var allowance = new Allowance(clock);
    int allowed = 0;
    for (int i = 0; i < 100; i++) {
      allowed += allowance.allows("error " + i) ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(20);
  }

  @Test
  void leavesOutWhatPassesAndWhatCallersAreAnswered() {
    assertThat(Unexpected.is(new IllegalStateException())).isTrue();
    assertThat(Unexpected.is(new SQLException("gone", "08006"))).isFalse();
    assertThat(Unexpected.is(new RuntimeException(new QueryTimeoutException("slow")))).isFalse();
    assertThat(Unexpected.is(ProblemException.notFound())).isFalse();
  }
}
