package io.slotkeeper.query;

import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real service on a free port, with a clock that a test moves. */
public record QueryService(
    TestDatabase database, SettableClock clock, ConfigurableApplicationContext context)
    implements AutoCloseable {
  /** When these tests happen: a Tuesday, noon in Madrid. */
  public static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

  /** One that the tests of a JVM share; each makes its own businesses. */
  public static QueryService shared() {
    return Shared.RUNNING;
  }

  /** A service on a database of its own. */
  public static QueryService start() {
    var database = EventWriter.freshDatabase();
    return start(database, new SettableClock(NOW), Map.of());
  }

  public static QueryService start(
      TestDatabase database, SettableClock clock, Map<String, Object> settings) {
    return start(database, clock, settings, context -> {});
  }

  /** One with beans of the test's own. */
  public static QueryService start(
      TestDatabase database,
      SettableClock clock,
      Map<String, Object> settings,
      ApplicationContextInitializer<GenericApplicationContext> beans) {
    Map<String, Object> properties = new HashMap<>(database.springProperties());
    properties.put("server.port", 0);
    properties.put("management.server.port", 0);
    properties.put("slotkeeper.security.admin-token", "admin-of-the-tests");
    properties.put("slotkeeper.security.manage-token-secret", "s".repeat(32));
    properties.put("slotkeeper.privacy.master-key", "m".repeat(43) + "=");
    properties.put("slotkeeper.limits.enabled", false);
    // There is no Redis where these tests do not start one.
    properties.put("slotkeeper.cache.enabled", false);
    properties.putAll(settings);
    ApplicationContextInitializer<GenericApplicationContext> withClock =
        context ->
            context.registerBean(
                "testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
    var arguments =
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    var context =
        QueryServiceApplication.builder()
            .initializers(withClock, beans)
            // With the JVM ends PostgreSQL too, whom a service that is shared would wait for.
            .registerShutdownHook(false)
            .run(arguments);
    var service = new QueryService(database, clock, context);
    service.keep(History.KEY, new byte[32]);
    return service;
  }

  public History history() {
    return new History(clock);
  }

  /** Gives events straight to the projections, as one batch. */
  public void feed(List<? extends DomainEventMessage<?>> events) {
    var projections = context.getBean(Projections.class);
    feed(events, projections::serving);
  }

  /** The same, without telling those who watch. */
  public void feedUnwatched(List<? extends DomainEventMessage<?>> events) {
    var projections = context.getBean(Projections.class);
    feed(events, projection -> projections.filling(projection, "query"));
  }

  private void feed(
      List<? extends DomainEventMessage<?>> events,
      Function<Projection<?, ?>, EventMessageHandler> handling) {
    if (events.isEmpty()) {
      return;
    }
    var handlers = context.getBean(Projections.class).all().stream().map(handling).toList();
    var unitOfWork = new BatchingUnitOfWork<EventMessage<?>>(List.copyOf(events));
    unitOfWork.attachTransaction(context.getBean(TransactionManager.class));
    var result =
        unitOfWork.executeWithResult(
            () -> {
              for (var handler : handlers) {
                handler.handle(unitOfWork.getMessage());
              }
              return null;
            });
    if (result.isExceptional()) {
      throw result.exceptionResult() instanceof RuntimeException e
          ? e
          : new IllegalStateException(result.exceptionResult());
    }
  }

  public <T> Optional<T> find(Object query, Class<T> answer) {
    return context
        .getBean(QueryGateway.class)
        .query(query, ResponseTypes.optionalInstanceOf(answer))
        .join();
  }

  public <T> T ask(Object query, Class<T> answer) {
    return context
        .getBean(QueryGateway.class)
        .query(query, ResponseTypes.instanceOf(answer))
        .join();
  }

  /** Keeps the key of a customer, as the command side does. */
  public void keep(CustomerKey key, byte[] bytes) {
    var id = key.customerId();
    var sealed = context.getBean(MasterKey.class).seal(bytes, CustomerKey.purposeOf(id));
    jdbc()
        .sql(
            """
            INSERT INTO command.customer_key
                   (customer_id, business_id, phone_hash, sealed_key, created_at)
            VALUES (:id, 'none', convert_to(:id, 'UTF8'), :key, now()) ON CONFLICT DO NOTHING
            """)
        .param("id", id.value())
        .param("key", sealed)
        .update();
  }

  public JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  /** Everything that the projections have stored, as text. */
  public List<String> tables() {
    return Stream.of("business", "slot", "booking", "notification")
        .flatMap(
            table ->
                jdbc()
                    .sql("SELECT t::text FROM query." + table + " t ORDER BY 1")
                    .query(String.class)
                    .list()
                    .stream())
        .toList();
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {
    static final QueryService RUNNING = start();
  }
}
