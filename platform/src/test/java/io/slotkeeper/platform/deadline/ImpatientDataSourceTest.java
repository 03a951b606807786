package io.slotkeeper.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.slotkeeper.platform.problem.Outages;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that says nothing for a while. */
class ImpatientDataSourceTest {
  private static final String SAYS_NOTHING = "SELECT pg_sleep(1.5)";

  private final HikariDataSource pool = pool();
  private final DataSource impatient = new ImpatientDataSource(pool);
  private final JdbcTemplate jdbc = new JdbcTemplate(impatient);

  private static HikariDataSource pool() {
    var database = TestPostgres.freshDatabase();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(1);
    return pool;
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void aRequestIsToldThatTheDatabaseIsAway() {
    var failure = new AtomicReference<Throwable>();
    long begin = System.nanoTime();

    serve(() -> assertThatThrownBy(() -> jdbc.execute(SAYS_NOTHING)).satisfies(failure::set));

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_400));
    assertThat(failure.get()).matches(Outages::isOutage);
  }

  @Test
  void isTheSameInATransactionThatCannotEvenBeRolledBack() {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(impatient));
    var failure = new AtomicReference<Throwable>();

    serve(
        () ->
            assertThatThrownBy(
                    () -> transactions.executeWithoutResult(begun -> jdbc.execute(SAYS_NOTHING)))
                .satisfies(failure::set));

    assertThat(failure.get())
        .isInstanceOf(TransactionSystemException.class)
        .matches(Outages::isOutage);
  }

  @Test
  void whoeverServesNoRequestWaits() {
    jdbc.execute(SAYS_NOTHING);

    serve(() -> jdbc.execute("SELECT 1"));
    // On the connection that a request has had.
    jdbc.execute(SAYS_NOTHING);
  }

  @Test
  void theNextRequestGetsAConnectionThatWorks() {
    serve(() -> assertThatThrownBy(() -> jdbc.execute(SAYS_NOTHING)).matches(Outages::isOutage));

    serve(() -> assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isEqualTo(1));
  }

  private static void serve(Runnable work) {
    try {
      new DeadlineFilter(Duration.ofMillis(200))
          .doFilter(
              new MockHttpServletRequest(),
              new MockHttpServletResponse(),
              (request, response) -> work.run());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    assertThat(RequestDeadline.left()).isEmpty();
  }
}
