package io.slotkeeper.platform.eventstore;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

class SagaStartTest {

  @Test
  void leavesHistoryAloneWhenASagaIsAdded() {
    TestDatabase database = Toys.migrated();
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    try (var before = Toys.start(database, ToyApplication.class)) {
      before.getBean(EventStore.class).publish(taken("old", 0));
    }

    try (var after = Toys.start(database, SagaApplication.class)) {
      after.getBean(EventStore.class).publish(taken("new", 0));

      await().untilAsserted(() -> assertThat(sagas(jdbc)).contains("new"));
      assertThat(sagas(jdbc)).doesNotContain("old");
    }
  }

  private static List<String> sagas(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        "SELECT associationValue FROM command.AssociationValueEntry", String.class);
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ToyApplication.class, TicketSaga.class})
  static class SagaApplication {}

  /** Public, because Axon creates sagas by reflection. */
  @Saga
  public static class TicketSaga {

    @StartSaga
    @SagaEventHandler(associationProperty = "ticket")
    void on(Taken event) {}
  }
}
