package io.slotkeeper.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.eventstore.EventStoreSettings;
import io.slotkeeper.platform.toy.BoardApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.util.Map;
import org.axonframework.config.EventProcessingModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;

class DeadLetterCountsTest {
  private final TestDatabase database = Toys.migrated();
  private ConfigurableApplicationContext node;
  private DeadLetterCounts counts;

  @BeforeEach
  void start() {
    node = Toys.start(database, BoardApplication.class);
    counts =
        new DeadLetterCounts(
            node.getBean(JdbcOperations.class),
            node.getBean(EventProcessingModule.class),
            node.getBean(EventStoreSettings.class));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void countsEachTime() {
    assertThat(counts.now()).isEmpty();
    put("some", 2);
    put("others", 1);
    assertThat(counts.now()).isEqualTo(Map.of("some", 2L, "others", 1L));
    database.execute("DELETE FROM command.DeadLetterEntry WHERE processingGroup = 'some'");
    assertThat(counts.now()).isEqualTo(Map.of("others", 1L));
  }

  @Test
  void countsTheLessOftenTheMoreThereAre() {
    put("some", 200_000);
    put("others", 1);
    var many = Map.of("some", 200_000L, "others", 1L);
    assertThat(counts.now()).isEqualTo(many);

    database.execute("TRUNCATE command.DeadLetterEntry");

    assertThat(counts.now()).isEqualTo(many);
    assertThat(counts.now()).isEqualTo(many);
    assertThat(counts.now()).isEmpty();
  }

  private void put(String group, int letters) {
    database.execute(
        """
        INSERT INTO command.DeadLetterEntry (deadLetterIdentifier, processingGroup,
          sequenceIdentifier, sequenceIndex, messageType, eventIdentifier, timestamp, payloadType,
          payload, enqueuedAt)
        SELECT '%1$s ' || number, '%1$s', number, 0, 'event', number, '2026-03-01T12:00:00Z', 'one',
               '{}', '2026-03-01T12:00:00Z'
          FROM generate_series(1, %2$d) AS number
        """
            .formatted(group, letters));
  }
}
