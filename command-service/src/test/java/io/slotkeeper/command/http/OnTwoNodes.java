package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A salon, and two nodes of one installation that all these tests share. */
@SuppressWarnings("NullAway.Init")
abstract class OnTwoNodes {
  /** A request with this header never sees its answer from the first node. */
  static final String LOSE_ANSWER = "Lose-Answer";

  final String key = UUID.randomUUID().toString();
  Salon salon;

  @BeforeEach
  void register() {
    first().clock.set(CommandServer.NOW);
    second().clock.set(CommandServer.NOW);
    salon = Salon.register(first());
  }

  static CommandServer first() {
    return Running.FIRST;
  }

  static CommandServer second() {
    return Running.SECOND;
  }

  static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
  }

  static int answers() {
    return count("SELECT count(*) FROM command.idempotency_key");
  }

  static int count(String sql, Object... parameters) {
    var count = first().bean(JdbcTemplate.class).queryForObject(sql, Integer.class, parameters);
    return count == null ? 0 : count;
  }

  static double counted(String outcome) {
    return Stream.of(first(), second())
        .mapToDouble(
            server ->
                server
                    .bean(MeterRegistry.class)
                    .counter("slotkeeper.idempotency", "outcome", outcome)
                    .count())
        .sum();
  }

  private static void loseAnswers(GenericApplicationContext starting) {
    starting.registerBean(
        "losingAnswers",
        FilterRegistrationBean.class,
        () -> {
          var filter =
              new FilterRegistrationBean<>(
                  (request, response, chain) -> {
                    var asked = (HttpServletRequest) request;
                    if (asked.getHeader(LOSE_ANSWER) == null) {
                      chain.doFilter(request, response);
                    } else {
                      chain.doFilter(
                          request,
                          new ContentCachingResponseWrapper((HttpServletResponse) response));
                      throw new IOException("the node died here");
                    }
                  });
          filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
          return filter;
        });
  }

  private static final class Running {
    private static final TestDatabase DATABASE = TestPostgres.freshDatabase();
    static final CommandServer FIRST = start("first", OnTwoNodes::loseAnswers);
    static final CommandServer SECOND = start("second", starting -> {});

    private static CommandServer start(
        String node, Consumer<GenericApplicationContext> neighbours) {
      return CommandServer.start(
          DATABASE,
          Map.of("slotkeeper.event-store.node-id", node),
          starting -> {
            // Answers that a test lets grow old would be purged at the expense of the next one's.
            starting.registerBean(DbSchedulerStarter.class, () -> () -> {});
            neighbours.accept(starting);
          });
    }
  }
}
