package io.slotkeeper.query.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessageHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** All projections of the service, and what handles their events. */
@Component
public class Projections {
  private final Map<String, Projection<?, ?>> byName;
  private final ListableBeanFactory beans;
  private final GivenUp givenUp;
  private final ServedVersions versions;
  private final JdbcOperations jdbc;
  private final TransactionTemplate savepoint;

  Projections(
      List<Projection<?, ?>> projections,
      ListableBeanFactory beans,
      GivenUp givenUp,
      ServedVersions versions,
      JdbcOperations jdbc,
      PlatformTransactionManager transactions) {
    this.byName =
        projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
    this.beans = beans;
    this.givenUp = givenUp;
    this.versions = versions;
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** All of them, by name. */
  public List<Projection<?, ?>> all() {
    return byName.keySet().stream().sorted().<Projection<?, ?>>map(byName::get).toList();
  }

  /** The one of this name. */
  public Optional<Projection<?, ?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Follows into what serves. */
  public EventMessageHandler serving(Projection<?, ?> projection) {
    return servingOf(projection);
  }

  /** Fills another generation, which nobody watches. */
  public EventMessageHandler filling(Projection<?, ?> projection, String schema) {
    return givenUp.passingOver(projection.name(), fillingOf(projection, schema));
  }

  private <E, R extends Row> EventMessageHandler servingOf(Projection<E, R> projection) {
    var generation =
        new Generation<>(jdbc, projection.name(), projection.table(), Generation.SERVING);
    var end =
        new ServingEnd<>(projection, versions, SingletonSupplier.of(() -> watchersOf(projection)));
    return new ProjectionHandler<>(projection, generation, end, savepoint);
  }

  private <E, R extends Row> EventMessageHandler fillingOf(
      Projection<E, R> projection, String schema) {
    var generation = new Generation<>(jdbc, projection.name(), projection.table(), schema);
    return new ProjectionHandler<>(
        projection, generation, ProjectionHandler.BatchEnd.nothing(), savepoint);
  }

  /**
   * Asked for when first needed, since watchers may themselves read what projections write; and
   * only then, since looking for beans takes longer than writing a batch.
   */
  private <R extends Row> List<ChangeWatcher<R>> watchersOf(Projection<?, R> projection) {
    var row = ResolvableType.forInstance(projection).as(Projection.class).getGeneric(1);
    var type = ResolvableType.forClassWithGenerics(ChangeWatcher.class, row);
    return beans.<ChangeWatcher<R>>getBeanProvider(type).orderedStream().toList();
  }
}
